namespace Beffroi.Detection;

/// <summary>A hash that is the same on every machine (Fowler, Noll and Vo, FNV-1a, 64 bits), without case.</summary>
static class Fnv
{
    public const ulong Start = 14_695_981_039_346_656_037;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Start;
        foreach (var letter in text)
        {
            hash = Add(hash, char.ToLowerInvariant(letter));
        }

        return hash;
    }

    public static ulong Add(ulong hash, ulong value) => (hash ^ value) * 1_099_511_628_211;
}
