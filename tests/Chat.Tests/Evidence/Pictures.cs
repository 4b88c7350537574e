using System.Globalization;
using Beffroi.Chat.Evidence.Pictures;

namespace Beffroi.Chat.Tests.Evidence;

/// <summary>
/// Pictures drawn by a formula and saved by Pillow 9.4 and libjpeg-turbo 2.1; what they should give was computed from the points that Pillow reads,
/// by a plain program of its own (area means, cosine sums), and stands in expected.csv.
/// </summary>
static class Pictures
{
    public static byte[] Bytes(string name)
    {
        using var stream = typeof(Pictures).Assembly.GetManifestResourceStream("Beffroi.Chat.Tests.Evidence.Pictures." + name) ?? throw new FileNotFoundException(name);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public static IEnumerable<(string Name, PictureHash Hash, double[] Means)> Expected()
    {
        using var reader = new StreamReader(new MemoryStream(Bytes("expected.csv")));
        while (reader.ReadLine() is { } line)
        {
            var values = line.Split(',');
            yield return (values[0], PictureHash.Read(values[1])!.Value, [.. values[2].Split(';').Select(v => double.Parse(v, CultureInfo.InvariantCulture))]);
        }
    }
}
