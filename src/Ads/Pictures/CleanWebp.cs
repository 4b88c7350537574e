using System.Buffers.Binary;
using System.Text;
using Beffroi.Ads.Law;

namespace Beffroi.Ads.Pictures;

/// <summary>WebP (RFC 9649): the picture and its transparency are written; profiles, Exif, XMP and unknown parts are not.</summary>
static class CleanWebp
{
    static readonly Words Moves = new("Cette image est animée. Envoyez une image fixe.", "This picture moves. Send a still picture.");

    public static CleanPicture Read(byte[] file)
    {
        var end = checked(8 + (int)BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(4)));
        if (end > file.Length)
        {
            throw new PictureRefusedException();
        }

        CleanPicture.CheckLeft(file.AsSpan(end));
        using var parts = new MemoryStream(file.Length);
        (int Width, int Height)? size = null;
        (int Width, int Height)? canvas = null;
        var hasAlpha = false;
        for (var at = 12; at < end;)
        {
            var type = Encoding.Latin1.GetString(file, at, 4);
            var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 4));
            var part = file.AsSpan(at + 8, length);
            at = checked(at + 8 + length + (length & 1));
            switch (type)
            {
                case "VP8X" when canvas is null && size is null && length == 10:
                    if ((part[0] & 0x02) != 0)
                    {
                        throw new PictureRefusedException(Moves);
                    }

                    canvas = (1 + (part[4] | part[5] << 8 | part[6] << 16), 1 + (part[7] | part[8] << 8 | part[9] << 16));
                    CleanPicture.CheckSize(canvas.Value.Width, canvas.Value.Height);
                    break;
                case "VP8 " when size is null:
                    size = Lossy(part);
                    Write(parts, type, part);
                    break;
                case "VP8L" when size is null:
                    size = Lossless(part);
                    Write(parts, type, part);
                    break;
                case "ALPH" when size is null && !hasAlpha && canvas is not null:
                    hasAlpha = true;
                    Write(parts, type, part);
                    break;
                case "ANIM" or "ANMF":
                    throw new PictureRefusedException(Moves);
                case "VP8X" or "VP8 " or "VP8L" or "ALPH":
                    throw new PictureRefusedException();
                default:
                    CleanPicture.CheckLeft(part);
                    break;
            }
        }

        if (size is not { } known || (canvas is { } drawn && drawn != known))
        {
            throw new PictureRefusedException();
        }

        return new("image/webp", Whole(parts, known, hasAlpha), known.Width, known.Height);
    }

    static byte[] Whole(MemoryStream parts, (int Width, int Height) size, bool hasAlpha)
    {
        using var written = new MemoryStream((int)parts.Length + 40);
        written.Write("RIFF\0\0\0\0WEBP"u8);
        if (hasAlpha)
        {
            var (w, h) = (size.Width - 1, size.Height - 1);
            Write(written, "VP8X", [0x10, 0, 0, 0, (byte)w, (byte)(w >> 8), (byte)(w >> 16), (byte)h, (byte)(h >> 8), (byte)(h >> 16)]);
        }

        parts.WriteTo(written);
        var whole = written.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(whole.AsSpan(4), (uint)(whole.Length - 8));
        return whole;
    }

    // RFC 6386, 9.1: a key frame begins with its size.
    static (int, int) Lossy(ReadOnlySpan<byte> part)
    {
        if ((part[0] & 1) != 0 || part[3] != 0x9D || part[4] != 0x01 || part[5] != 0x2A)
        {
            throw new PictureRefusedException();
        }

        var (width, height) = (BinaryPrimitives.ReadUInt16LittleEndian(part[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(part[8..]) & 0x3FFF);
        CleanPicture.CheckSize(width, height);
        return (width, height);
    }

    static (int, int) Lossless(ReadOnlySpan<byte> part)
    {
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(part[1..]);
        if (part[0] != 0x2F || bits >> 29 != 0)
        {
            throw new PictureRefusedException();
        }

        var (width, height) = ((int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1);
        CleanPicture.CheckSize(width, height);
        return (width, height);
    }

    static void Write(MemoryStream written, string type, ReadOnlySpan<byte> part)
    {
        Span<byte> head = stackalloc byte[8];
        Encoding.Latin1.GetBytes(type, head);
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], (uint)part.Length);
        written.Write(head);
        written.Write(part);
        if ((part.Length & 1) == 1)
        {
            written.WriteByte(0);
        }
    }
}
