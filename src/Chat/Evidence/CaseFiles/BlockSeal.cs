using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Beffroi.Chat.Evidence.CaseFiles;

/// <summary>
/// The last part of a case file: for each block of 4,096 bytes before it, its SHA-256 and its CRC-32, then the SHA-256 of those lines.
/// The first shows that a block is another one; the second tells which bit was turned, when it is one, and the first confirms it.
/// </summary>
static class BlockSeal
{
    public const string Name = "seal.txt";
    public const int BlockLength = 4096;
    public const int LineLength = 64 + 1 + 8 + 1;

    // A line in the middle: the name of no part can hold it.
    const string Magic = "BEFFROI-SEAL-1\n4096 ";

    /// <summary>With its line's end; the length of what is sealed has ten digits.</summary>
    public static readonly int HeadLength = Magic.Length + 10 + 1;

    public static int LengthFor(int prefix) => HeadLength + (Blocks(prefix) * LineLength) + 64 + 1;

    public static int Blocks(int prefix) => (prefix + BlockLength - 1) / BlockLength;

    public static byte[] Of(ReadOnlySpan<byte> prefix)
    {
        var text = new StringBuilder(LengthFor(prefix.Length));
        text.Append(CultureInfo.InvariantCulture, $"{Magic}{prefix.Length:D10}\n");
        for (var at = 0; at < prefix.Length; at += BlockLength)
        {
            text.Append(Line(prefix.Slice(at, Math.Min(BlockLength, prefix.Length - at))));
        }

        return Encoding.ASCII.GetBytes(text.Append(Closing(Encoding.ASCII.GetBytes(text.ToString()))).ToString());
    }

    public static string Line(ReadOnlySpan<byte> block) =>
        string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(SHA256.HashData(block))} {Crc32.Of(block):x8}\n");

    /// <summary>The last line, from those before it.</summary>
    public static string Closing(ReadOnlySpan<byte> lines) => Convert.ToHexStringLower(SHA256.HashData(lines)) + "\n";

    /// <summary>Where the content of the seal begins: by its first words, or by its name in the archive when they were changed; -1 when neither is there.</summary>
    public static int Find(ReadOnlySpan<byte> file)
    {
        var words = file.LastIndexOf(Encoding.ASCII.GetBytes(Magic));
        if (words >= 0)
        {
            return words;
        }

        // The name comes once more in the directory, after the content.
        var name = Encoding.ASCII.GetBytes(Name);
        var last = file.LastIndexOf(name);
        var first = last < 0 ? -1 : file[..last].LastIndexOf(name);
        return first < 0 ? -1 : first + name.Length;
    }
}
