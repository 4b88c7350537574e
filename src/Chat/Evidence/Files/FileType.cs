using System.Text;

namespace Beffroi.Chat.Evidence.Files;

/// <summary>Tells what a file is from its bytes; its name only chooses between texts.</summary>
static class FileType
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static (FileKind? Kind, Words? Why) Of(byte[] bytes, string extension) => bytes switch
    {
        [] => (null, new("Le fichier est vide.", "The file is empty.")),
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => (FileKind.Png, null),
        [0xFF, 0xD8, 0xFF, ..] => (FileKind.Jpeg, null),
        [0x47, 0x49, 0x46, 0x38, 0x37 or 0x39, 0x61, ..] => (FileKind.Gif, null),
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => (FileKind.Webp, null),
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x41, 0x56, 0x45, ..] => (FileKind.Wav, null),
        [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => PdfContent.Why(bytes) is { } active ? (null, active) : (FileKind.Pdf, null),
        [_, _, _, _, 0x66, 0x74, 0x79, 0x70, ..] => (FileKind.Mp4, null),
        [0x1A, 0x45, 0xDF, 0xA3, ..] when bytes.AsSpan(0, Math.Min(bytes.Length, 64)).IndexOf("webm"u8) > 0 => (FileKind.Webm, null),
        [0x49, 0x44, 0x33, ..] or [0xFF, 0xFB or 0xF3 or 0xF2 or 0xFA, ..] => (FileKind.Mp3, null),
        [0x4F, 0x67, 0x67, 0x53, ..] => (FileKind.Ogg, null),
        [0x57, 0x41, 0x52, 0x43, 0x2F, 0x31, 0x2E, ..] => (FileKind.Warc, null),
        [0x50, 0x4B, 0x03, 0x04, ..] => ZipContent.Kind(bytes),
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => (null, new("Les anciens fichiers Office peuvent cacher des macros : enregistrez celui-ci en docx, xlsx ou pdf.", "Old Office files may hide macros: save this one as docx, xlsx or pdf.")),
        _ => Text(bytes, extension),
    };

    static (FileKind? Kind, Words? Why) Text(byte[] bytes, string extension)
    {
        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return (null, Unknown);
        }

        if (text.Any(c => c < ' ' && c is not ('\n' or '\r' or '\t' or '\f')))
        {
            return (null, Unknown);
        }

        return Marked(text) ? (null, new("Les pages, les dessins SVG et les scripts sont refusés : ils peuvent agir chez qui les ouvre. Gardez une capture d’écran, ou un fichier WACZ.", "Pages, SVG drawings and scripts are refused: they may act on whoever opens them. Keep a screenshot, or a WACZ file."))
            : (extension switch { "csv" => FileKind.Csv, "json" or "jsonl" => FileKind.Json, _ => FileKind.Text }, null);
    }

    // What a browser would take for a page if it guessed (WHATWG MIME Sniffing 7.1 looks at the beginning; we look everywhere), XML of any kind, and programs in text.
    static bool Marked(string text)
    {
        var head = text.AsSpan().TrimStart('\uFEFF').TrimStart();
        if (head is ['#', '!', ..] or ['<', '?', ..] || head.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || head.StartsWith("{\\rtf", StringComparison.OrdinalIgnoreCase) || head.StartsWith("@echo", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        foreach (var tag in (ReadOnlySpan<string>)["<html", "<script", "<svg", "<iframe", "<body", "<head", "<object", "<embed", "<meta", "<link", "<style", "<form", "<img"])
        {
            for (var at = text.IndexOf(tag, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(tag, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (at + tag.Length < text.Length && (char.IsWhiteSpace(text[at + tag.Length]) || text[at + tag.Length] is '>' or '/'))
                {
                    return true;
                }
            }
        }

        return false;
    }

    internal static readonly Words Unknown = new(
        "Ce genre de fichier n’est pas accepté. Acceptés : images PNG, JPEG, GIF, WebP ; PDF ; vidéo et son MP4, WebM, MP3, Ogg, WAV ; texte, CSV, JSON ; documents docx, xlsx, pptx, odt, ods, odp ; captures WARC et WACZ.",
        "This kind of file is not accepted. Accepted: images PNG, JPEG, GIF, WebP; PDF; video and sound MP4, WebM, MP3, Ogg, WAV; text, CSV, JSON; documents docx, xlsx, pptx, odt, ods, odp; captures WARC and WACZ.");
}
