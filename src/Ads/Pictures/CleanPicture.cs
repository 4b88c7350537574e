using Beffroi.Ads.Law;

namespace Beffroi.Ads.Pictures;

/// <summary>
/// A picture that somebody sent, written anew from the parts that draw it: where and with what it was taken, texts, previews and whatever follows its end are
/// not kept. What it is comes from its bytes; its name and what the browser said of it are not looked at.
/// </summary>
public sealed record CleanPicture(string MediaType, byte[] Bytes, int Width, int Height)
{
    /// <summary>Bytes of the file sent.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    public const int LongestSide = 10_000;

    /// <summary>Points: a screen of 4K has 8 million.</summary>
    public const int MostPoints = 25_000_000;

    internal static readonly Words TooLarge = new($"Cette image est trop grande : {LongestSide} points de côté et {MostPoints / 1_000_000} millions de points au plus.", $"This picture is too large: at most {LongestSide} points a side and {MostPoints / 1_000_000} million points.");

    static readonly Words NotAPicture = new("Choisissez une image PNG, JPEG ou WebP.", "Choose a PNG, JPEG or WebP picture.");

    // What a file that is two things at once ends with.
    static readonly byte[][] Others = [.. new[] { "PK\u0003\u0004", "PK\u0005\u0006", "%PDF-", "<html", "<HTML", "<script", "<SCRIPT", "<svg", "<?php", "<!DOCTYPE", "Rar!", "7z¼¯", "MZ\u0090\0", "\u007fELF" }.Select(System.Text.Encoding.Latin1.GetBytes)];

    /// <summary>The picture, or why it is not taken.</summary>
    public static (CleanPicture? Picture, Words? Fault) Read(byte[] file)
    {
        if (file.Length > MostBytes)
        {
            return (null, new("Cette image dépasse 5 Mio.", "This picture is larger than 5 MiB."));
        }

        try
        {
            return (file switch
            {
                [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => CleanPng.Read(file),
                [0xFF, 0xD8, 0xFF, ..] => CleanJpeg.Read(file),
                [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => CleanWebp.Read(file),
                _ => throw new PictureRefusedException(NotAPicture),
            }, null);
        }
        catch (PictureRefusedException refused)
        {
            return (null, refused.Why);
        }
        catch (Exception broken) when (broken is IndexOutOfRangeException or ArgumentOutOfRangeException or ArgumentException or OverflowException or InvalidDataException or IOException)
        {
            return (null, PictureRefusedException.Broken);
        }
    }

    internal static void CheckSize(long width, long height)
    {
        if (width <= 0 || height <= 0 || width > LongestSide || height > LongestSide || width * height > MostPoints)
        {
            throw new PictureRefusedException(TooLarge);
        }
    }

    /// <summary>A part that is not kept: it may be anything but another file, hidden behind a picture.</summary>
    internal static void CheckLeft(ReadOnlySpan<byte> left)
    {
        foreach (var other in Others)
        {
            if (left.IndexOf(other) >= 0)
            {
                throw new PictureRefusedException(new("Un autre fichier est caché dans cette image. Faites une capture d’écran et envoyez-la.", "Another file is hidden in this picture. Take a screenshot and send that."));
            }
        }
    }
}

/// <summary>A picture that is not taken, and why.</summary>
sealed class PictureRefusedException(Words why) : Exception(why.ToString())
{
    public static readonly Words Broken = new("Cette image est abîmée ou écrite d’une façon que nous ne lisons pas. Faites une capture d’écran et envoyez-la.", "This picture is damaged, or written in a way that we do not read. Take a screenshot and send that.");

    public PictureRefusedException() : this(Broken)
    {
    }

    public Words Why { get; } = why;
}
