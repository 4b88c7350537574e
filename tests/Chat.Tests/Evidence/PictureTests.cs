using System.Numerics;
using Beffroi.Chat.Evidence.Files;
using Beffroi.Chat.Evidence.Pictures;
using CsCheck;

namespace Beffroi.Chat.Tests.Evidence;

public sealed class PictureTests
{
    public static TheoryData<string> Names => [.. Pictures.Expected().Select(e => e.Name)];

    static Luminance Read(string name) => Path.GetExtension(name) switch
    {
        ".png" => PngPicture.Read(Pictures.Bytes(name)),
        ".gif" => GifPicture.Read(Pictures.Bytes(name)),
        _ => JpegPicture.Read(Pictures.Bytes(name)),
    };

    static FileKind Kind(string name) => Path.GetExtension(name) switch { ".png" => FileKind.Png, ".gif" => FileKind.Gif, _ => FileKind.Jpeg };

    static PictureHash Hash(string name) => PictureHash.Of(Kind(name), Pictures.Bytes(name))!.Value;

    static int Apart(PictureHash a, PictureHash b) => BitOperations.PopCount(a.Frequencies ^ b.Frequencies) + BitOperations.PopCount(a.Slopes ^ b.Slopes);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_picture_is_read_as_another_program_reads_it(string name)
    {
        var grid = Read(name).Grid(4, 3);
        var expected = Pictures.Expected().Single(e => e.Name == name).Means;
        Assert.All(expected.Select((mean, i) => (mean, Ours: grid[i / 4, i % 4])), m => Assert.Equal(m.mean, m.Ours, 1.5));
    }

    /// <summary>All but two, in which most cells are alike: there the last digit of a mean decides.</summary>
    public static TheoryData<string> Uneven => [.. Pictures.Expected().Select(e => e.Name).Except(["a-palette1.png", "grey16.png"])];

    [Theory]
    [MemberData(nameof(Uneven))]
    public void Its_hash_is_the_one_that_another_program_computes(string name)
    {
        // Rounding of the decoders decides where two cells are almost alike.
        var expected = Pictures.Expected().Single(e => e.Name == name).Hash;
        var hash = PictureHash.Of(Kind(name), Pictures.Bytes(name));
        Assert.True(name == "flat.png" ? hash is null : Apart(expected, hash!.Value) <= 4, $"{name}: {hash} instead of {expected}");
    }

    [Fact]
    public void The_same_picture_resized_or_saved_again_is_near_and_another_one_is_not()
    {
        // Under 64 colours a picture made of gradients is no longer near: not held, and said in docs/chat-evidence.md.
        string[] same = ["a-grey.png", "a-small.png", "a-420.jpg", "a-420-progressive.jpg", "a-grey.jpg", "a-422-restart.jpg", "a-444-progressive.jpg", "a-large.jpg", "a-large-progressive.jpg", "a.gif", "a-interlaced.png"];
        Assert.All(same, one => Assert.True(Hash(one).IsNear(Hash("a-rgb.png")), $"{one} {Hash(one)} and {Hash("a-rgb.png")}"));
        Assert.All(same, one => Assert.False(Hash(one).IsNear(Hash("b-rgb.png")), one));
    }

    [Fact]
    public void Pictures_drawn_at_random_are_not_near_each_other()
    {
        var random = new Random(5);
        var hashes = Enumerable.Range(0, 200).Select(_ =>
        {
            var points = new byte[64 * 48];
            // Eight waves of every direction and length, as pictures have.
            var waves = Enumerable.Range(0, 8).Select(_ => (A: (random.NextDouble() - 0.5) * 40, B: (random.NextDouble() - 0.5) * 40, C: random.NextDouble() * 6)).ToList();
            for (var i = 0; i < points.Length; i++)
            {
                var (x, y) = (i % 64 / 64.0, i / 64 / 48.0);
                points[i] = (byte)(127 + (15 * waves.Sum(w => Math.Sin((w.A * x) + (w.B * y) + w.C))));
            }

            return PictureHash.Of(new Luminance(64, 48, points))!.Value;
        }).ToList();
        var near = hashes.SelectMany((h, i) => hashes.Skip(i + 1).Where(o => h.IsNear(o))).Count();
        Assert.Equal(0, near);
    }

    [Fact]
    public void The_mean_of_each_cell_is_that_of_the_area_it_covers() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 20], Gen.Int[1, 12], Gen.Int[1, 12], Gen.Byte.Array[400]).Sample((w, h, columns, rows, points) =>
        {
            var grid = new Luminance(w, h, points[..(w * h)]).Grid(columns, rows);
            for (var r = 0; r < rows; r++)
            {
                for (var c = 0; c < columns; c++)
                {
                    double sum = 0, area = (double)w / columns * h / rows;
                    for (var y = 0; y < h; y++)
                    {
                        for (var x = 0; x < w; x++)
                        {
                            var across = Math.Min(x + 1.0, (c + 1.0) * w / columns) - Math.Max(x, (double)c * w / columns);
                            var down = Math.Min(y + 1.0, (r + 1.0) * h / rows) - Math.Max(y, (double)r * h / rows);
                            sum += across > 0 && down > 0 ? across * down * points[(y * w) + x] : 0;
                        }
                    }

                    Assert.Equal(sum / area, grid[r, c], 1e-6);
                }
            }
        }, iter: 300);

    [Fact]
    public void A_damaged_picture_has_a_hash_or_none_and_never_an_exception()
    {
        var names = Pictures.Expected().Select(e => e.Name).Where(n => !n.Contains("large", StringComparison.Ordinal)).ToArray();
        Gen.Select(Any.Of(names), Gen.Double.Unit, Gen.Byte, Gen.Bool).Sample((name, where, value, cut) =>
        {
            var bytes = Pictures.Bytes(name);
            var at = (int)(where * bytes.Length);
            bytes[Math.Min(at, bytes.Length - 1)] = value;
            _ = PictureHash.Of(Kind(name), cut ? bytes[..at] : bytes);
        }, iter: 2000);
    }

    /// <summary>The library that unpacks has errors of its own, which are not those of damaged data.</summary>
    [Fact]
    public void A_picture_that_the_unpacking_gives_up_on_has_no_hash()
    {
        var bytes = Pictures.Bytes("a-palette1.png");
        bytes[(int)(0.3358817307607753 * bytes.Length)] = 249;
        Assert.Null(PictureHash.Of(FileKind.Png, bytes));
    }

    [Fact]
    public void A_head_that_promises_too_much_is_not_believed()
    {
        var png = Pictures.Bytes("a-rgb.png");
        png[16] = 0x7F;
        Assert.Null(PictureHash.Of(FileKind.Png, png));
        Assert.Null(PictureHash.Of(FileKind.Gif, [.. "GIF89a"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0]));
        Assert.Null(PictureHash.Of(FileKind.Webp, [.. "RIFF0000WEBPVP8 "u8]));
    }

    [Fact]
    public void A_hash_is_written_and_read_back() =>
        Gen.Select(Gen.ULong, Gen.ULong).Sample((a, b) => Assert.Equal(new PictureHash(a, b), PictureHash.Read(new PictureHash(a, b).ToString())));
}
