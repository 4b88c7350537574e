using System.IO.Compression;
using System.Text;

namespace Beffroi.Chat.Evidence.Files;

/// <summary>Documents and captures that are archives inside: which one, and whether it holds something that acts.</summary>
static class ZipContent
{
    const int MaximumEntries = 5000;

    /// <summary>Bytes once inflated, all entries together, as the archive says.</summary>
    const long MaximumInflated = 1L << 30;

    /// <summary>Bytes read of the few entries that are looked into.</summary>
    const int Looked = 2 * 1024 * 1024;

    static readonly string[] Fetched = ["attachedTemplate", "oleObject", "frame", "subDocument", "externalLink"];

    static readonly Words Macros = new("Ce document contient des macros ou des objets qui agissent : enregistrez-le sans, ou en PDF.", "This document holds macros or objects that act: save it without them, or as PDF.");

    public static (FileKind? Kind, Words? Why) Kind(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MaximumEntries || zip.Entries.Sum(e => Math.Max(0, e.Length)) > MaximumInflated)
            {
                return (null, new("Cette archive contient trop de choses.", "This archive holds too much."));
            }

            var kind = zip.GetEntry("[Content_Types].xml") is not null ? Office(zip)
                : zip.GetEntry("mimetype") is { } type ? OpenDocument(Read(type))
                : zip.GetEntry("datapackage.json") is not null && zip.Entries.Any(e => e.FullName.StartsWith("archive/", StringComparison.Ordinal) && e.FullName.Contains(".warc", StringComparison.Ordinal)) ? FileKind.Wacz
                : (FileKind?)null;
            return kind is null ? (null, FileType.Unknown)
                : kind != FileKind.Wacz && Acts(zip) ? (null, Macros)
                : (kind, null);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException or IOException)
        {
            return (null, new("Cette archive est abîmée.", "This archive is damaged."));
        }
    }

    static FileKind? Office(ZipArchive zip) =>
        zip.GetEntry("word/document.xml") is not null ? FileKind.Docx
        : zip.GetEntry("xl/workbook.xml") is not null || zip.GetEntry("xl/workbook.bin") is not null ? FileKind.Xlsx
        : zip.GetEntry("ppt/presentation.xml") is not null ? FileKind.Pptx
        : null;

    static FileKind? OpenDocument(string type) => type.Trim() switch
    {
        "application/vnd.oasis.opendocument.text" => FileKind.Odt,
        "application/vnd.oasis.opendocument.spreadsheet" => FileKind.Ods,
        "application/vnd.oasis.opendocument.presentation" => FileKind.Odp,
        _ => null,
    };

    static bool Acts(ZipArchive zip) => zip.Entries.Any(entry =>
    {
        var name = entry.FullName.Replace('\\', '/').ToLowerInvariant();
        return name.Contains("vbaproject", StringComparison.Ordinal) || name.Contains("vbadata", StringComparison.Ordinal)
            || name.Contains("activex", StringComparison.Ordinal) || name.Contains("/embeddings/", StringComparison.Ordinal)
            || name.Contains("macrosheets/", StringComparison.Ordinal) || name.Contains("dialogsheets/", StringComparison.Ordinal)
            || name.StartsWith("basic/", StringComparison.Ordinal) || name.StartsWith("scripts/", StringComparison.Ordinal) || name.StartsWith("object ", StringComparison.Ordinal)
            || name.EndsWith(".bin", StringComparison.Ordinal) && !name.Contains("printersettings", StringComparison.Ordinal)
            || (name is "[content_types].xml" && (Read(entry).Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || Read(entry).Contains("vbaProject", StringComparison.OrdinalIgnoreCase)))
            // A template, a frame or an object that is fetched from elsewhere when the document opens.
            || (name.EndsWith(".rels", StringComparison.Ordinal) && FetchesElsewhere(Read(entry)));
    });

    static bool FetchesElsewhere(string relations) => relations.Split('<').Any(r =>
        r.Contains("External", StringComparison.Ordinal) && Fetched.Any(t => r.Contains("/" + t, StringComparison.OrdinalIgnoreCase)));

    static string Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var bytes = new byte[Math.Min(Looked, Math.Max(0, entry.Length))];
        return Encoding.UTF8.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }
}
