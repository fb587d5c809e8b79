// One question to the service and its answer. Nothing is believed that is not whole JSON from
// ourselves: a login page, a café's own page or half an answer is no answer.

const PATIENCE = 30_000;
export const NO_ANSWER = { status: 0, data: null };

let token = null;

export const useToken = (fresh) => {
  token = fresh;
};

// {status, data}; the status is 0 when nothing that can be believed came back.
export async function ask(method, address, { json, bytes, device } = {}) {
  const headers = { Accept: "application/json" };
  if (device) headers["X-Field-Device"] = device;
  if (method !== "GET" && token) headers["X-CSRFToken"] = token;
  if (json) headers["Content-Type"] = "application/json";
  if (bytes) headers["Content-Type"] = "application/octet-stream";
  const body = json ? JSON.stringify(json) : bytes;
  const how = { method, headers, body, cache: "no-store", credentials: "same-origin", redirect: "manual" };
  try {
    const answer = await fetch(address, { ...how, signal: AbortSignal.timeout(PATIENCE) });
    if (answer.type === "opaqueredirect") return { status: 401, data: { status: "login" } };
    return { status: answer.status, data: await read(answer) };
  } catch (error) {
    if (["TypeError", "AbortError", "TimeoutError", "NetworkError"].includes(error.name)) return NO_ANSWER;
    throw error;
  }
}

async function read(answer) {
  const text = await answer.text();
  if (!answer.headers.get("Content-Type")?.includes("json")) return null;
  try {
    return JSON.parse(text);
  } catch (cut) {
    if (cut instanceof SyntaxError) return null;
    throw cut;
  }
}
