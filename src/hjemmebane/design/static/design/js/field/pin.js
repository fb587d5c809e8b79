// Whether a PIN can be used: pure, and asked before anything is made of it.

const SHORTEST = 6;
const ROWS = ["01234567890123456789", "98765432109876543210"];

// The sentence that says what is wrong; "" when it is good.
export function wrongWith(pin) {
  if (!/^\d+$/.test(pin)) return "Skriv kun tal.";
  if (pin.length < SHORTEST) return `Koden skal være på mindst ${SHORTEST} tal.`;
  if (isEasy(pin)) return "Koden er for let at gætte. Undgå gentagelser, rækker og datoer.";
  return "";
}

function isEasy(pin) {
  const isRow = ROWS.some((row) => row.includes(pin));
  const isRepeated = [1, 2, 3].some((size) => pin === pin.slice(0, size).repeat(pin.length).slice(0, pin.length));
  const isMirrored = pin === [...pin].reverse().join("");
  return isRow || isRepeated || isMirrored || new Set(pin).size < 3 || isDate(pin);
}

// ddmmåå and ddmmåååå: the first that is tried.
function isDate(pin) {
  if (pin.length !== 6 && pin.length !== 8) return false;
  const [day, month] = [Number(pin.slice(0, 2)), Number(pin.slice(2, 4))];
  const year = Number(pin.slice(4));
  const isYear = pin.length === 6 || (year >= 1900 && year < 2100);
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 && isYear;
}
