using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Beffroi.Chat.Evidence.Files;

namespace Beffroi.Chat.Evidence.Pictures;

/// <summary>
/// What a picture looks like in 128 bits: alike for the same picture resized, saved again or slightly retouched.
/// It finds what to compare; it proves nothing, and a person always looks.
/// </summary>
/// <param name="Frequencies">Signs of the 64 lowest frequencies against their median, from a 32 × 32 cosine transform (Zauner, 2010, 3.2.1, as pHash does).</param>
/// <param name="Slopes">Whether each of 8 × 8 cells is darker than its right neighbour (Krawetz, « Kind of Like That », 2013: dHash).</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PictureHash(ulong Frequencies, ulong Slopes)
{
    /// <summary>Bits of 64 that may differ between two pictures held to be near (Krawetz, 2011 and 2013: above 10 they are likely different ones). Both hashes must agree.</summary>
    public const int NearBits = 10;

    const int Side = 32;

    /// <summary>Grey levels: under this spread a picture is all of one tone, and its bits are noise.</summary>
    const double LeastSpread = 2;

    public bool IsNear(PictureHash other) =>
        BitOperations.PopCount(Frequencies ^ other.Frequencies) <= NearBits && BitOperations.PopCount(Slopes ^ other.Slopes) <= NearBits;

    /// <summary>Null where it is no picture that is read (WebP, damaged, too large) or has only one tone.</summary>
    public static PictureHash? Of(FileKind kind, byte[] bytes)
    {
        try
        {
            return kind switch
            {
                FileKind.Png => Of(PngPicture.Read(bytes)),
                FileKind.Jpeg => Of(JpegPicture.Read(bytes)),
                FileKind.Gif => Of(GifPicture.Read(bytes)),
                _ => null,
            };
        }
        catch (Exception damaged) when (damaged is PictureException or IndexOutOfRangeException or ArgumentException or OverflowException or InvalidDataException or IOException)
        {
            // Every read is checked by the runtime: a damaged file ends here, and is evidence all the same.
            return null;
        }
    }

    internal static PictureHash? Of(Luminance picture)
    {
        var small = picture.Grid(Side, Side);
        var mean = small.Cast<double>().Average();
        if (Math.Sqrt(small.Cast<double>().Average(v => (v - mean) * (v - mean))) < LeastSpread)
        {
            return null;
        }

        return new(ByFrequencies(small), BySlopes(picture.Grid(9, 8)));
    }

    // The constant term and the first row and column, which say little more than the light, are left out.
    static ulong ByFrequencies(double[,] small)
    {
        var kept = new double[64];
        for (var v = 1; v <= 8; v++)
        {
            for (var u = 1; u <= 8; u++)
            {
                var sum = 0.0;
                for (var y = 0; y < Side; y++)
                {
                    for (var x = 0; x < Side; x++)
                    {
                        sum += small[y, x] * Cosines[u, x] * Cosines[v, y];
                    }
                }

                kept[((v - 1) * 8) + u - 1] = sum;
            }
        }

        var sorted = kept.Order().ToArray();
        var median = (sorted[31] + sorted[32]) / 2;
        return Bits(i => kept[i] > median);
    }

    static ulong BySlopes(double[,] cells) => Bits(i => cells[i / 8, i % 8] < cells[i / 8, (i % 8) + 1]);

    static ulong Bits(Func<int, bool> isSet)
    {
        var bits = 0UL;
        for (var i = 0; i < 64; i++)
        {
            bits |= isSet(i) ? 1UL << i : 0;
        }

        return bits;
    }

    static readonly double[,] Cosines = Table();

    static double[,] Table()
    {
        var table = new double[9, Side];
        for (var u = 0; u < 9; u++)
        {
            for (var x = 0; x < Side; x++)
            {
                table[u, x] = Math.Cos(((2 * x) + 1) * u * Math.PI / (2 * Side));
            }
        }

        return table;
    }

    /// <summary>32 hexadecimal digits: the frequencies, then the slopes.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Frequencies:x16}{Slopes:x16}");

    public static PictureHash? Read(string? text) =>
        text is { Length: 32 } && ulong.TryParse(text.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var frequencies) && ulong.TryParse(text.AsSpan(16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var slopes)
            ? new(frequencies, slopes)
            : null;
}
