//! The words of figures: days and times, numbers, units.

use super::word_list::{WordList, WordTable, word_table, words};

// Days and times.

/// Words for a day that depends on the day of speaking. For `relative-date`, as the next two.
pub const RELATIVE_DAYS: WordList = words!["yesterday", "today", "tomorrow", "tonight", "ago"];

/// Words that make a time depend on the day of speaking, before one of [`TIMES`].
pub const RELATIVE: WordList = words!["last", "this", "next", "past", "previous", "coming"];

/// Words before a month or a year that is over.
pub const EARLIER: WordList = words!["last", "previous", "past"];

/// Words before a month or a year that is to come.
pub const LATER: WordList = words!["next", "coming"];

/// Times that may be relative: `last month`.
pub const TIMES: WordList = words![
    "week", "weekend", "month", "year", "quarter", "decade", "morning", "evening", "night",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "spring", "summer", "autumn", "winter",
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
];

/// Words before four digits that make a year of them: `since 2019`.
pub const BEFORE_YEAR: WordList = words![
    "in", "since", "by", "from", "until", "till", "during", "before", "after", "year",
];

/// The halves of the day, after an hour.
pub const DAY_HALVES: WordList = words!["am", "pm"];

/// Words that stand for an hour, in minutes after midnight.
pub const NAMED_HOURS: WordTable<i128> = word_table![720 => ["noon", "midday"], 0 => ["midnight"]];

/// Words before a time of day.
pub const BEFORE_CLOCK: WordList = words!["at", "by", "until", "till", "from"];

/// Letters before a year that make a financial year of it.
pub const FINANCIAL_YEAR: &str = "fy";

/// The days of the week, in order.
pub const WEEKDAYS: WordList = words![
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
];

/// Words before `May` by which it is the month.
pub const BEFORE_MONTH: WordList = words![
    "in", "since", "by", "until", "till", "from", "of", "last", "this", "next", "early", "late",
    "mid", "before", "after", "during", "between", "through", "and", "or", "every", "each", "for",
    "on", "to", "the", "that", "previous", "following", "end", "past",
];

/// Months that are words or names of people too.
pub const AMBIGUOUS_MONTHS: WordList = words!["april", "may", "june", "august", "march"];

/// Words before the part of a year that an ordinal names: `the third quarter of 2025`.
pub const QUARTER_OF: WordList = words!["of", "this", "last"];

// Numbers.

/// The articles that may begin a number: `a dozen`, `a third of`.
pub const ARTICLES: WordList = words!["a", "an"];

/// Zero to nineteen, in order.
pub const BELOW_TWENTY: WordList = words![
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
];

/// Twenty to ninety, in order.
pub const TENS: WordList = words![
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// First to nineteenth, in order.
pub const ORDINALS: WordList = words![
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
];

/// Words after an ordinal that make a name of both: `the third sector`.
pub const NAMED_BY_ORDINAL: WordList = words!["party", "parties", "sector", "world"];

/// Endings of an ordinal in digits: `5th`.
pub const ORDINAL_ENDINGS: WordList = words!["st", "nd", "rd", "th"];

/// Magnitudes, each with what it multiplies by.
pub const MAGNITUDES: WordTable<i128> = word_table![
    12 => ["dozen"],
    20 => ["score"],
    100 => ["hundred"],
    1_000 => ["thousand", "k"],
    1_000_000 => ["million", "m", "mn", "mln"],
    1_000_000_000 => ["billion", "bn", "b"],
    1_000_000_000_000 => ["trillion", "tn", "trn"],
];

/// The words for one of two parts.
pub const HALVES: WordList = words!["half", "halves"];

/// The words for one of four parts, beside the ordinal.
pub const QUARTERS: WordList = words!["quarter", "quarters"];

/// Words that say that something became this many times as much.
pub const MULTIPLES: WordTable<i128> = word_table![
    2 => ["doubled", "doubling", "doubles"],
    3 => ["tripled", "tripling", "trebled", "trebling", "triples", "trebles"],
    4 => ["quadrupled", "quadrupling", "quadruples"],
    5 => ["quintupled"],
    10 => ["tenfold"],
];

/// Such words that are a multiple only beside certain others: `double the number`.
pub const BARE_MULTIPLES: WordTable<i128> = word_table![
    2 => ["double"],
    3 => ["triple", "treble"],
    4 => ["quadruple"],
];

/// Words that mean a small number, and need no evidence of their own.
pub const SMALL_NUMBERS: WordTable<i128> = word_table![1 => ["single", "sole"], 2 => ["both", "couple", "pair"]];

/// Scores and dozens, hundreds and thousands, each with the least that it names.
pub const SEVERAL: WordTable<i128> = word_table![
    12 => ["dozens"],
    20 => ["scores"],
    100 => ["hundreds"],
    1_000 => ["thousands"],
    1_000_000 => ["millions"],
    1_000_000_000 => ["billions"],
    1_000_000_000_000 => ["trillions"],
];

/// The tens by which an age or a decade is named: `thirties`, in order from the twenties.
pub const THIRTIES: WordList = words![
    "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties",
];

/// Words that say that something became half as much.
pub const HALVED: WordList = words!["halved", "halving", "halve"];

/// Words after `double` as a verb: `double the number`; a double standard is no multiple.
pub const AFTER_DOUBLE: WordList = words![
    "the", "its", "their", "that", "what", "in", "by", "since", "over",
];

/// Words before `double` as a verb: `will double`.
pub const BEFORE_DOUBLE: WordList = words![
    "to", "will", "would", "could", "may", "might", "more", "than", "nearly", "almost",
];

/// Words after a share: `a third of`, `a third were`; `a third boat` is another thing.
pub const AFTER_SHARE: WordList = words![
    "of", "more", "less", "fewer", "in", "are", "were", "have", "had", "is", "was", "since",
    "has", "do", "does", "did", "will", "would", "can", "say", "says", "said",
];

/// Prefixes that a hyphen may join to a number which is a number all the same: `mid-2019`.
pub const NUMBER_PREFIXES: WordList = words![
    "under", "over", "mid", "pre", "post", "sub", "early", "late", "to", "and",
];

/// Words beside an amount that is less than nothing or goes down: `fell by 5%` is −5%.
pub const FALLING: WordList = words![
    "fell", "fall", "falls", "fallen", "falling", "drop", "drops", "dropped", "down", "decline",
    "declined", "decrease", "decreased", "decreases", "reduced", "reduction", "cut", "cuts", "lower",
    "less", "fewer", "lost", "loss", "shrank", "shrunk", "contracted", "minus", "negative",
    "deficit", "slump", "slumped", "slid", "plunged", "tumbled", "sank",
];

/// Words after an amount by which it is less than nothing: `5 degrees below zero`.
pub const BELOW_ZERO: WordList = words!["zero", "freezing"];

/// Words between a part and its whole: `31 of the 84`.
pub const THESE: WordList = words![
    "the", "these", "those", "all", "every", "its", "their", "our", "his", "her", "some",
];

/// What is between two amounts that are added up: `4 years and 6 months`.
pub const SUM_JOINERS: WordList = words!["", "and", ",", ", and"];

/// Words between the two ends of a range: `10 to 12`.
pub const RANGE_WORDS: WordList = words!["to", "and", "or"];

// Units.

/// Measures, each by its name in the singular, in one to three words or with a slash.
pub const MEASURES: WordTable<&str> = word_table![
    "century" => ["century", "centuries"],
    "decade" => ["decade", "decades"],
    "year" => ["year", "years", "yr", "yrs"],
    "month" => ["month", "months"],
    "fortnight" => ["fortnight", "fortnights"],
    "week" => ["week", "weeks"],
    "day" => ["day", "days"],
    "hour" => ["hour", "hours", "hr", "hrs"],
    "minute" => ["minute", "minutes", "min", "mins"],
    "second" => ["seconds", "sec", "secs"],
    "mile" => ["mile", "miles"],
    "kilometre" => ["km", "kms", "kilometre", "kilometres", "kilometer", "kilometers"],
    "metre" => ["metre", "metres", "meter", "meters"],
    "centimetre" => ["cm", "centimetre", "centimetres", "centimeters"],
    "millimetre" => ["mm", "millimetre", "millimetres", "millimeters"],
    "foot" => ["ft", "feet", "foot"],
    "inch" => ["inch", "inches"],
    "yard" => ["yard", "yards"],
    "nautical mile" => ["nautical mile", "nautical miles"],
    "square mile" => ["square mile", "square miles", "sq mile", "sq miles"],
    "square kilometre" => ["square kilometre", "square kilometres", "sq km", "km2", "km²"],
    "square metre" => ["square metre", "square metres", "sq m", "sqm", "m2", "m²"],
    "square foot" => ["square foot", "square feet", "sq ft"],
    "cubic metre" => ["cubic metre", "cubic metres", "m3", "m³"],
    "kilogram" => ["kg", "kgs", "kilogram", "kilograms", "kilo", "kilos"],
    "gram" => ["gram", "grams", "g"],
    "milligram" => ["milligram", "milligrams", "mg"],
    "tonne" => ["tonne", "tonnes"],
    "ton" => ["ton", "tons"],
    "pound" => ["lb", "lbs"],
    "ounce" => ["ounce", "ounces", "oz"],
    "stone" => ["stone"],
    "litre" => ["litre", "litres", "liter", "liters"],
    "millilitre" => ["millilitre", "millilitres", "ml"],
    "gallon" => ["gallon", "gallons"],
    "pint" => ["pint", "pints"],
    "barrel" => ["barrel", "barrels"],
    "hectare" => ["hectare", "hectares", "ha"],
    "acre" => ["acre", "acres"],
    "degree" => ["degree", "degrees"],
    "mph" => ["mph", "miles per hour", "miles an hour"],
    "kph" => ["kph", "km/h", "kmh", "kilometres per hour", "kilometres an hour", "km per hour"],
    "knot" => ["knot", "knots"],
    "watt" => ["watt", "watts"],
    "kilowatt" => ["kilowatt", "kilowatts", "kw"],
    "megawatt" => ["megawatt", "megawatts", "mw"],
    "gigawatt" => ["gigawatt", "gigawatts", "gw"],
    "terawatt" => ["terawatt", "terawatts", "tw"],
    "kilowatt-hour" => ["kwh", "kilowatt hour", "kilowatt hours"],
    "megawatt-hour" => ["mwh", "megawatt hour", "megawatt hours"],
    "gigawatt-hour" => ["gwh", "gigawatt hour", "gigawatt hours"],
    "terawatt-hour" => ["twh", "terawatt hour", "terawatt hours"],
    "kilobyte" => ["kb", "kilobyte", "kilobytes"],
    "megabyte" => ["mb", "megabyte", "megabytes"],
    "gigabyte" => ["gb", "gigabyte", "gigabytes"],
    "terabyte" => ["tb", "terabyte", "terabytes"],
    "megabit a second" => ["mbps", "mbit/s", "megabits per second"],
    "gigabit a second" => ["gbps", "gbit/s", "gigabits per second"],
    "basis point" => ["bps", "basis point", "basis points"],
];

/// Words after a number that are degrees of a scale: `20 degrees Celsius`, `20 °C`.
pub const DEGREES: WordTable<&str> = word_table![
    "degree Celsius" => ["c", "celsius", "centigrade"],
    "degree Fahrenheit" => ["f", "fahrenheit"],
];

/// Words before a scale of degrees.
pub const DEGREE: WordList = words!["degree", "degrees", "deg"];

/// What one thing costs or happens in: `£5m a year`. For rates, each by the name of a measure.
pub const RATE_ADVERBS: WordTable<&str> = word_table![
    "year" => ["annually", "yearly", "annual", "pa"],
    "month" => ["monthly"],
    "week" => ["weekly"],
    "day" => ["daily"],
    "hour" => ["hourly"],
];

/// Words between an amount and what it is for: `£5m a year`, `20 per week`.
pub const BEFORE_RATE: WordList = words!["a", "an", "per", "each", "every"];

/// Money, by its ISO 4217 code.
pub const MONEY: WordTable<&str> = word_table![
    "GBP" => ["pound", "pounds", "sterling", "quid"],
    "EUR" => ["euro", "euros"],
    "JPY" => ["yen"],
    "INR" => ["rupee", "rupees"],
    "CNY" => ["yuan", "renminbi"],
    "CHF" => ["francs"],
];

/// Dollars, by their ISO 4217 code: what is before the sign, and the word before `dollars`.
pub const DOLLARS: &[(&str, WordList, WordList)] = &[
    ("USD", words!["us", "usd"], words!["us", "american"]),
    ("AUD", words!["a", "au", "aud"], words!["australian"]),
    ("CAD", words!["c", "ca", "can", "cad"], words!["canadian"]),
    ("NZD", words!["nz", "nzd"], words!["zealand"]),
    ("HKD", words!["hk", "hkd"], words!["kong"]),
    ("SGD", words!["s", "sgd"], words!["singapore"]),
];

/// The words for dollars.
pub const DOLLAR: WordList = words!["dollar", "dollars", "bucks"];

/// Hundredths of pounds.
pub const PENCE: WordList = words!["p", "pence", "penny", "pennies"];

/// Hundredths of dollars and euros.
pub const CENTS: WordList = words!["c", "cent", "cents"];

/// Words by which pounds are a weight: `it weighs 20 pounds`.
pub const WEIGHING: WordList = words![
    "weigh", "weighs", "weighed", "weighing", "weight", "heavy", "heavier", "lighter", "overweight",
];

/// The pounds that may be money or a weight.
pub const POUNDS: WordList = words!["pound", "pounds"];

/// Words after a number of hundredths, as is `per cent`.
pub const PERCENT: WordList = words!["percent", "pc", "pct"];

/// Words after a number that make a difference of shares, as is `percentage points`.
pub const POINTS: WordList = words!["pp", "ppt", "ppts", "pps"];

/// Words after `percentage` that make a difference of shares.
pub const PERCENTAGE_POINTS: WordList = words!["point", "points"];

/// Words after a number that say how often or how many times as much.
pub const TIMES_AS_MUCH: WordList = words!["times", "fold"];

/// Words after `times` or `twice` by which they say how many times as much.
pub const AFTER_TIMES: WordList = words![
    "as", "the", "more", "higher", "larger", "bigger", "greater", "what", "that", "its", "their",
    "faster", "likelier", "worse", "our", "his", "her",
];

/// Words that say how often.
pub const HOW_OFTEN: WordList = words!["zero", "once", "twice", "thrice"];

/// Years that may be an age: `31 years old`.
pub const YEARS: WordList = words!["year", "years"];

/// What makes an age of them.
pub const OLD: WordList = words!["old", "olds"];

/// Words before an age.
pub const BEFORE_AGE: WordList = words!["aged", "age", "ages"];

/// Words between `aged` and the age: `aged between 18 and 24`.
pub const BETWEEN_AGES: WordList = words!["between", "from", "about", "around", "of"];

/// Subjects and verbs before an age: `she is 31`.
pub const WHO_IS: WordList = words!["he", "she", "who"];

/// The verbs of such subjects.
pub const IS_AGED: WordList = words!["is", "was", "turns", "turned"];

/// Words after `age` behind an age: `the 18 to 24 age group`.
pub const AGE_GROUPS: WordList = words!["group", "bracket", "range", "band"];

/// Words before a number that is an age or a count: `under 18`.
pub const BEFORE_AGE_OR_COUNT: WordList = words!["under", "over", "at", "turned", "below", "above"];

/// Things of different kinds, which one figure does not count both of: 31 votes are no 31 boats.
pub const COUNTED: WordTable<&str> = word_table![
    "people" => [
        "people", "persons", "men", "women", "children", "girls", "boys", "adults", "officers",
        "staff", "patients", "pupils", "students", "workers", "passengers", "victims", "votes",
        "voters", "mps", "peers", "deaths", "arrests", "nurses", "doctors", "teachers", "inspectors",
        "soldiers", "residents", "migrants", "refugees", "jobs",
    ],
    "vessels" => ["boats", "ships", "ferries", "vessels", "trawlers", "yachts", "dinghies"],
    "vehicles" => ["cars", "vehicles", "lorries", "vans", "buses", "trucks", "bikes"],
    "aircraft" => ["planes", "jets", "aircraft", "helicopters", "drones"],
    "buildings" => ["homes", "houses", "flats", "schools", "hospitals", "buildings", "prisons"],
    "animals" => ["cows", "cattle", "sheep", "pigs", "dogs", "cats", "birds"],
    "texts" => ["pages", "paragraphs", "chapters", "clauses", "sections", "articles"],
];
