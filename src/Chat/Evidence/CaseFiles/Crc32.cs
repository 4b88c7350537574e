namespace Beffroi.Chat.Evidence.CaseFiles;

/// <summary>The check of ZIP (APPNOTE 4.4.7; the polynomial of ISO 3309), which also tells where a single bit was turned.</summary>
static class Crc32
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var rest = 0xFFFFFFFF;
        foreach (var b in bytes)
        {
            rest = Steps[(rest ^ b) & 0xFF] ^ rest >> 8;
        }

        return ~rest;
    }

    /// <summary>The one bit that makes the difference between the check of these bytes and the one expected, if one does: its byte and its mask.</summary>
    public static (int Byte, byte Mask)? TurnedBit(ReadOnlySpan<byte> bytes, uint expected)
    {
        var difference = Of(bytes) ^ expected;
        Span<uint> turned = stackalloc uint[8];
        for (var bit = 0; bit < 8; bit++)
        {
            turned[bit] = Steps[1 << bit];
        }

        // The check is linear: a bit turned one byte earlier is the same difference, one step further.
        for (var at = bytes.Length - 1; at >= 0; at--)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                if (turned[bit] == difference)
                {
                    return (at, (byte)(1 << bit));
                }

                turned[bit] = Steps[turned[bit] & 0xFF] ^ turned[bit] >> 8;
            }
        }

        return null;
    }

    static readonly uint[] Steps = [.. Enumerable.Range(0, 256).Select(n =>
    {
        var rest = (uint)n;
        for (var bit = 0; bit < 8; bit++)
        {
            rest = (rest & 1) == 1 ? 0xEDB88320 ^ rest >> 1 : rest >> 1;
        }

        return rest;
    })];
}
