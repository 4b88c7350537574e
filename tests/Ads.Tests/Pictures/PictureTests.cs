using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Beffroi.Ads.Pictures;
using CsCheck;

namespace Beffroi.Ads.Tests.Pictures;

public sealed class PictureTests
{
    const string Secret = "48.8566N 2.3522E Appareil de Camille";

    internal static byte[] Png(int width = 3, int height = 2, byte[]? after = null, params (string Type, byte[] Bytes)[] more)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 2);
        Part(file, "IHDR", head);
        foreach (var (type, bytes) in more)
        {
            Part(file, type, bytes);
        }

        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zip.WriteByte(0);
                zip.Write(Enumerable.Range(0, width * 3).Select(i => (byte)(i + y)).ToArray());
            }
        }

        Part(file, "IDAT", packed.ToArray());
        Part(file, "IEND", []);
        file.Write(after ?? []);
        return file.ToArray();
    }

    [Fact]
    public void A_picture_whose_points_weigh_too_much_is_not_unpacked()
    {
        var file = Png();
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), 5000);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), 5000);
        (file[24], file[25]) = (16, 6);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(29), PngCheck.Of(file.AsSpan(12, 17)));
        Assert.Contains("trop grande", CleanPicture.Read(file).Fault!.In("fr"), StringComparison.Ordinal);
        (file[24], file[25]) = (8, 6);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(29), PngCheck.Of(file.AsSpan(12, 17)));
        Assert.DoesNotContain("trop grande", CleanPicture.Read(file).Fault!.In("fr"), StringComparison.Ordinal);
    }

    static void Part(MemoryStream file, string type, byte[] bytes)
    {
        byte[] whole = [.. Encoding.Latin1.GetBytes(type), .. bytes];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, bytes.Length);
        file.Write(number);
        file.Write(whole);
        BinaryPrimitives.WriteUInt32BigEndian(number, PngCheck.Of(whole));
        file.Write(number);
    }

    // The smallest frame that holds: its points need not be drawn to be cleaned.
    static byte[] Jpeg(byte[]? after = null, params byte[][] parts)
    {
        using var file = new MemoryStream();
        file.Write([0xFF, 0xD8]);
        foreach (var part in parts)
        {
            file.Write(part);
        }

        file.Write(Segment(0xDB, new byte[65]));
        file.Write(Segment(0xC0, [8, 0, 16, 0, 32, 1, 1, 0x11, 0]));
        file.Write(Segment(0xC4, new byte[20]));
        file.Write(Segment(0xDA, [1, 1, 0, 0, 63, 0]));
        file.Write([1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4, 0xFF, 0xD9]);
        file.Write(after ?? []);
        return file.ToArray();
    }

    static byte[] Segment(byte marker, byte[] part) => [0xFF, marker, (byte)((part.Length + 2) >> 8), (byte)(part.Length + 2), .. part];

    static byte[] Exif(byte orientation) => Segment(0xE1, [.. "Exif\0\0"u8, .. "II*\0\b\0\0\0"u8, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(Secret)]);

    static byte[] Webp(params (string Type, byte[] Bytes)[] parts)
    {
        using var body = new MemoryStream();
        foreach (var (type, bytes) in parts)
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            body.Write([.. Encoding.Latin1.GetBytes(type), .. length, .. bytes, .. bytes.Length % 2 == 1 ? new byte[1] : []]);
        }

        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, (int)body.Length + 4);
        return [.. "RIFF"u8, .. size, .. "WEBP"u8, .. body.ToArray()];
    }

    static byte[] Lossless(int width, int height)
    {
        var part = new byte[12];
        part[0] = 0x2F;
        BinaryPrimitives.WriteUInt32LittleEndian(part.AsSpan(1), (uint)((width - 1) | ((height - 1) << 14)));
        return part;
    }

    static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    static CleanPicture Clean(byte[] file)
    {
        var (picture, fault) = CleanPicture.Read(file);
        Assert.Null(fault);
        return picture!;
    }

    static void Refused(byte[] file)
    {
        var (picture, fault) = CleanPicture.Read(file);
        Assert.Null(picture);
        Assert.NotNull(fault);
    }

    [Fact]
    public void What_a_PNG_tells_of_its_maker_is_not_kept_and_its_points_are()
    {
        var clean = Clean(Png(after: Encoding.UTF8.GetBytes(Secret), more: [("tEXt", Encoding.UTF8.GetBytes("Author\0" + Secret)), ("eXIf", Encoding.UTF8.GetBytes(Secret)), ("iCCP", Encoding.UTF8.GetBytes(Secret)), ("gAMA", [0, 0, 0xB1, 0x8F]), ("prVt", Encoding.UTF8.GetBytes(Secret))]));
        Assert.Equal(("image/png", 3, 2), (clean.MediaType, clean.Width, clean.Height));
        Assert.DoesNotContain("Camille", Text(clean.Bytes), StringComparison.Ordinal);
        Assert.Contains("gAMA", Text(clean.Bytes), StringComparison.Ordinal);
        // Read by hand: the lines of points are those that were sent.
        var at = Text(clean.Bytes).IndexOf("IDAT", StringComparison.Ordinal) + 4;
        using var points = new ZLibStream(new MemoryStream(clean.Bytes, at, clean.Bytes.Length - at), CompressionMode.Decompress);
        var line = new byte[10];
        points.ReadExactly(line);
        Assert.Equal([0, 0, 1, 2, 3, 4, 5, 6, 7, 8], line);
        // Cleaned again, nothing changes.
        Assert.Equal(clean.Bytes, Clean(clean.Bytes).Bytes);
    }

    [Fact]
    public void What_a_JPEG_tells_of_its_maker_is_not_kept_but_which_side_is_up()
    {
        var clean = Clean(Jpeg(Encoding.UTF8.GetBytes(Secret), Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]), Exif(6), Segment(0xFE, Encoding.UTF8.GetBytes(Secret)), Segment(0xE2, Encoding.UTF8.GetBytes(Secret))));
        Assert.DoesNotContain("Camille", Text(clean.Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("48.85", Text(clean.Bytes), StringComparison.Ordinal);
        // Turned by a quarter: 32 by 16 is shown as 16 by 32.
        Assert.Equal(("image/jpeg", 16, 32), (clean.MediaType, clean.Width, clean.Height));
        Assert.Equal(clean.Bytes, Clean(clean.Bytes).Bytes);
        Assert.DoesNotContain("Exif", Text(Clean(Jpeg(null, Exif(1))).Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_WebP_tells_of_its_maker_is_not_kept()
    {
        var clean = Clean(Webp(("VP8X", [0x2C, 0, 0, 0, 9, 0, 0, 4, 0, 0]), ("ICCP", Encoding.UTF8.GetBytes(Secret)), ("VP8L", Lossless(10, 5)), ("EXIF", Encoding.UTF8.GetBytes(Secret)), ("XMP ", Encoding.UTF8.GetBytes(Secret)), ("abcd", Encoding.UTF8.GetBytes(Secret))));
        Assert.Equal(("image/webp", 10, 5), (clean.MediaType, clean.Width, clean.Height));
        Assert.DoesNotContain("Camille", Text(clean.Bytes), StringComparison.Ordinal);
        Assert.Equal(clean.Bytes.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(clean.Bytes.AsSpan(4)));
        Assert.Equal(clean.Bytes, Clean(clean.Bytes).Bytes);
    }

    [Fact]
    public void Files_that_are_two_things_at_once_are_refused()
    {
        foreach (var other in (string[])["PK\u0003\u0004archive", "%PDF-1.7", "<html><script>alert(1)</script>", "<?php system($_GET[0]);", "<svg onload=alert(1)>"])
        {
            var bytes = Encoding.Latin1.GetBytes(other);
            Refused(Png(after: bytes));
            Refused(Png(more: [("tEXt", bytes)]));
            Refused(Jpeg(bytes));
            Refused(Jpeg(null, Segment(0xFE, bytes)));
            Refused([.. Webp(("VP8L", Lossless(2, 2))), .. bytes]);
            Refused(Webp(("VP8L", Lossless(2, 2)), ("XMP ", bytes)));
            Refused(bytes);
        }
    }

    [Fact]
    public void Too_large_too_many_points_moving_or_not_what_it_says_is_refused()
    {
        Refused(new byte[CleanPicture.MostBytes + 1]);
        Refused([]);
        Refused("GIF89a..............."u8.ToArray());
        Refused(Png(20_000, 1));
        // A bomb: few bytes that say they are much.
        var bomb = Png();
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(16), 9000);
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(20), 9000);
        BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(29), PngCheck.Of(bomb.AsSpan(12, 17)));
        Refused(bomb);
        Refused(Webp(("VP8L", Lossless(16_000, 16_000))));
        Refused(Webp(("VP8X", [0x02, 0, 0, 0, 1, 0, 0, 1, 0, 0]), ("ANIM", new byte[6])));
        // Fewer points than it says.
        var shorter = Png(3, 2);
        BinaryPrimitives.WriteInt32BigEndian(shorter.AsSpan(20), 9);
        BinaryPrimitives.WriteUInt32BigEndian(shorter.AsSpan(29), PngCheck.Of(shorter.AsSpan(12, 17)));
        Refused(shorter);
    }

    [Fact]
    public void However_a_picture_is_broken_it_is_cleaned_or_refused_and_never_throws()
    {
        byte[][] whole = [Png(30, 20, more: ("tEXt", "a\0b"u8.ToArray())), Jpeg(null, Exif(3)), Webp(("VP8X", [0x10, 0, 0, 0, 9, 0, 0, 4, 0, 0]), ("VP8L", Lossless(10, 5)))];
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, 2000], Gen.Byte, Gen.Int[0, 2], Gen.Byte.Array[0, 20]).Sample((which, at, value, how, noise) =>
        {
            var file = whole[which].ToArray();
            at %= file.Length;
            file[at] = how == 0 ? value : file[at];
            byte[] broken = how switch { 1 => file[..at], 2 => [.. file[..at], .. noise, .. file[at..]], _ => file };
            var (picture, fault) = CleanPicture.Read(broken);
            Assert.True(picture is null != fault is null);
        }, iter: Environment.GetEnvironmentVariable("BEFFROI_LONG") is "1" ? 200_000 : 6000);
    }
}
