// Soft sounds, made on the spot: no file to fetch. Each note: hertz, seconds after the first, seconds it lasts.
const NOTES = {
  ecran: [[523, 0, 0.12]],
  piece: [[330, 0, 0.09]],
  essai: [[523, 0, 0.12], [659, 0.1, 0.16]],
  fin: [[392, 0, 0.2], [523, 0.14, 0.2], [659, 0.28, 0.34]],
};
const LOUD = 0.06; // Of 1: heard beside a voice, never over it.

let context = null;
let free = 0;

export function play(name) {
  try {
    context ??= new AudioContext();
    if (context.state === 'suspended') context.resume();
    // Two at once follow each other; late, they would tell of something else.
    const start = Math.max(context.currentTime, free);
    if (start - context.currentTime > 0.5) return;
    for (const [hertz, after, lasts] of NOTES[name] ?? []) {
      const [tone, volume] = [context.createOscillator(), context.createGain()];
      tone.frequency.value = hertz;
      volume.gain.setValueAtTime(0, start + after);
      volume.gain.linearRampToValueAtTime(LOUD, start + after + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, start + after + lasts);
      tone.connect(volume).connect(context.destination);
      tone.start(start + after);
      tone.stop(start + after + lasts);
      free = Math.max(free, start + after + lasts);
    }
  } catch { /* no sound here: nothing needs one */ }
}
