using System.Text;

namespace Beffroi.Accounts;

/// <summary>RFC 4648, section 6, without padding: what people can read and type.</summary>
static class Base32
{
    const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var (text, bits, held) = (new StringBuilder(), 0, 0);
        foreach (var b in bytes)
        {
            (bits, held) = ((bits << 8) | b, held + 8);
            for (; held >= 5; held -= 5)
            {
                text.Append(Alphabet[(bits >> (held - 5)) & 31]);
            }

            bits &= (1 << held) - 1;
        }

        return held == 0 ? text.ToString() : text.Append(Alphabet[(bits << (5 - held)) & 31]).ToString();
    }

    /// <summary>By groups of four, for the eye.</summary>
    public static string Spaced(string text) => string.Join(' ', text.Chunk(4).Select(c => new string(c)));
}
