using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace Beffroi.Eva.Poster;

/// <summary>A QR code as one SVG path of unit squares, with the four modules of quiet zone that readers need.</summary>
public sealed record QrPicture(int Size, string Path)
{
    public static QrPicture Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        foreach (var (row, y) in code.ModuleMatrix.Select((row, y) => (row, y)))
        {
            foreach (var (x, length) in Darks(row))
            {
                path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{length}v1h-{length}z");
            }
        }

        return new(code.ModuleMatrix.Count, path.ToString());
    }

    static IEnumerable<(int X, int Length)> Darks(BitArray row)
    {
        for (var x = 0; x < row.Length; x++)
        {
            var start = x;
            while (x < row.Length && row[x])
            {
                x++;
            }

            if (x > start)
            {
                yield return (start, x - start);
            }
        }
    }
}
