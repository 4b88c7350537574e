namespace Beffroi.Chat.Evidence.Pictures;

/// <summary>Brightness of the first picture of a GIF (CompuServe, GIF89a, 1990), on white where nothing is drawn.</summary>
static class GifPicture
{
    public static Luminance Read(byte[] file)
    {
        var (width, height) = (Short(file, 6), Short(file, 8));
        Luminance.CheckSize(width, height);
        var at = 13;
        var palette = Palette(file, file[10], ref at);
        var transparent = -1;
        for (; ; )
        {
            switch (file[at++])
            {
                case 0x21:
                    // A graphic control extension says which colour is not drawn.
                    if (file[at] == 0xF9 && file[at + 1] >= 4 && (file[at + 2] & 1) == 1)
                    {
                        transparent = file[at + 5];
                    }

                    at++;
                    while (file[at] != 0)
                    {
                        at += file[at] + 1;
                    }

                    at++;
                    break;
                case 0x2C:
                    return Draw(file, at, palette, transparent, new(width, height, NewPaper(width * height)));
                default:
                    throw new PictureException("It has no picture.");
            }
        }
    }

    static Luminance Draw(byte[] file, int at, byte[] palette, int transparent, Luminance paper)
    {
        var (left, top, width, height) = (Short(file, at), Short(file, at + 2), Short(file, at + 4), Short(file, at + 6));
        Luminance.CheckSize(width, height);
        var flags = file[at + 8];
        at += 9;
        var own = Palette(file, flags, ref at);
        var colours = own.Length > 0 ? own : palette;
        var indices = Unpack(file, at, width * height);
        for (var i = 0; i < indices.Length; i++)
        {
            var row = (flags & 0x40) == 0 ? i / width : Interlaced(i / width, height);
            var (x, y) = (left + (i % width), top + row);
            if (indices[i] != transparent && x < paper.Width && y < paper.Height)
            {
                paper.Values[(y * paper.Width) + x] = colours[indices[i]];
            }
        }

        return paper;
    }

    // Rows come by eights from 0, by eights from 4, by fours from 2, by twos from 1 (appendix E).
    static int Interlaced(int row, int height)
    {
        foreach (var (first, step) in (ReadOnlySpan<(int, int)>)[(0, 8), (4, 8), (2, 4), (1, 2)])
        {
            var rows = Math.Max(0, (height - first + step - 1) / step);
            if (row < rows)
            {
                return first + (row * step);
            }

            row -= rows;
        }

        return height;
    }

    // LZW of variable length (appendix F).
    static byte[] Unpack(byte[] file, int at, int length)
    {
        var least = file[at++];
        if (least is < 1 or > 11)
        {
            throw new PictureException("No such code size.");
        }

        var (clear, end) = (1 << least, (1 << least) + 1);
        var prefix = new short[4096];
        var last = new byte[4096];
        var stack = new byte[4097];
        var pixels = new byte[length];
        for (var i = 0; i < clear; i++)
        {
            last[i] = (byte)i;
        }

        var (size, next, previous, first, bits, count, block, written) = (least + 1, end + 1, -1, (byte)0, 0, 0, 0, 0);
        while (written < length)
        {
            while (count < size)
            {
                if (block == 0)
                {
                    block = file[at++];
                    if (block == 0)
                    {
                        throw new PictureException("It ends before its last point.");
                    }
                }

                bits |= file[at++] << count;
                count += 8;
                block--;
            }

            var code = bits & ((1 << size) - 1);
            bits >>= size;
            count -= size;
            if (code == clear)
            {
                (size, next, previous) = (least + 1, end + 1, -1);
                continue;
            }

            if (code == end || code > next || (code == next && previous < 0))
            {
                throw new PictureException("A code leads nowhere.");
            }

            var depth = 0;
            var walked = code;
            if (code == next || (code >= next && previous >= 0))
            {
                stack[depth++] = first;
                walked = previous;
            }

            while (walked > end)
            {
                stack[depth++] = last[walked];
                walked = prefix[walked];
            }

            first = last[walked];
            stack[depth++] = first;
            while (depth > 0 && written < length)
            {
                pixels[written++] = stack[--depth];
            }

            if (previous >= 0 && next < 4096)
            {
                (prefix[next], last[next]) = ((short)previous, first);
                next++;
                size += next == 1 << size && size < 12 ? 1 : 0;
            }

            previous = code;
        }

        return pixels;
    }

    // Brightness of each colour.
    static byte[] Palette(byte[] file, int flags, ref int at)
    {
        if ((flags & 0x80) == 0)
        {
            return [];
        }

        var colours = new byte[256];
        for (var i = 0; i < 2 << (flags & 7); i++, at += 3)
        {
            colours[i] = Luminance.Of(file[at], file[at + 1], file[at + 2]);
        }

        return colours;
    }

    static int Short(byte[] file, int at) => file[at] | file[at + 1] << 8;

    static byte[] NewPaper(int points)
    {
        var paper = new byte[points];
        Array.Fill(paper, (byte)255);
        return paper;
    }
}
