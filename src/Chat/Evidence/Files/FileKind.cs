using System.Text.Json.Serialization;

namespace Beffroi.Chat.Evidence.Files;

/// <summary>What a file is by its content; nothing else is taken in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FileKind>))]
public enum FileKind
{
    [JsonStringEnumMemberName("png")] Png,
    [JsonStringEnumMemberName("jpeg")] Jpeg,
    [JsonStringEnumMemberName("gif")] Gif,
    [JsonStringEnumMemberName("webp")] Webp,
    [JsonStringEnumMemberName("pdf")] Pdf,
    [JsonStringEnumMemberName("mp4")] Mp4,
    [JsonStringEnumMemberName("webm")] Webm,
    [JsonStringEnumMemberName("mp3")] Mp3,
    [JsonStringEnumMemberName("ogg")] Ogg,
    [JsonStringEnumMemberName("wav")] Wav,
    [JsonStringEnumMemberName("text")] Text,
    [JsonStringEnumMemberName("csv")] Csv,
    [JsonStringEnumMemberName("json")] Json,
    [JsonStringEnumMemberName("docx")] Docx,
    [JsonStringEnumMemberName("xlsx")] Xlsx,
    [JsonStringEnumMemberName("pptx")] Pptx,
    [JsonStringEnumMemberName("odt")] Odt,
    [JsonStringEnumMemberName("ods")] Ods,
    [JsonStringEnumMemberName("odp")] Odp,
    [JsonStringEnumMemberName("warc")] Warc,
    [JsonStringEnumMemberName("wacz")] Wacz,
}

public static class FileKinds
{
    const int Mebibyte = 1024 * 1024;

    /// <summary>As it is served, with <c>nosniff</c>, and never as anything else.</summary>
    public static string MediaType(this FileKind kind) => kind switch
    {
        FileKind.Png => "image/png",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Gif => "image/gif",
        FileKind.Webp => "image/webp",
        FileKind.Pdf => "application/pdf",
        FileKind.Mp4 => "video/mp4",
        FileKind.Webm => "video/webm",
        FileKind.Mp3 => "audio/mpeg",
        FileKind.Ogg => "audio/ogg",
        FileKind.Wav => "audio/wav",
        FileKind.Text => "text/plain; charset=utf-8",
        FileKind.Csv => "text/csv; charset=utf-8",
        FileKind.Json => "application/json",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        FileKind.Odt => "application/vnd.oasis.opendocument.text",
        FileKind.Ods => "application/vnd.oasis.opendocument.spreadsheet",
        FileKind.Odp => "application/vnd.oasis.opendocument.presentation",
        FileKind.Warc => "application/warc",
        FileKind.Wacz => "application/wacz",
    };

    /// <summary>The first is the one given to a file whose name has none of them.</summary>
    public static IReadOnlyList<string> Extensions(this FileKind kind) => kind switch
    {
        FileKind.Png => ["png"],
        FileKind.Jpeg => ["jpg", "jpeg"],
        FileKind.Gif => ["gif"],
        FileKind.Webp => ["webp"],
        FileKind.Pdf => ["pdf"],
        FileKind.Mp4 => ["mp4", "m4v", "m4a", "mov"],
        FileKind.Webm => ["webm"],
        FileKind.Mp3 => ["mp3"],
        FileKind.Ogg => ["ogg", "oga", "opus"],
        FileKind.Wav => ["wav"],
        FileKind.Text => ["txt", "md", "log"],
        FileKind.Csv => ["csv"],
        FileKind.Json => ["json", "jsonl"],
        FileKind.Docx => ["docx"],
        FileKind.Xlsx => ["xlsx"],
        FileKind.Pptx => ["pptx"],
        FileKind.Odt => ["odt"],
        FileKind.Ods => ["ods"],
        FileKind.Odp => ["odp"],
        FileKind.Warc => ["warc"],
        FileKind.Wacz => ["wacz"],
    };

    /// <summary>Bytes: room enough for what each is used for, little enough for one message.</summary>
    public static int MaximumSize(this FileKind kind) => kind switch
    {
        FileKind.Png or FileKind.Jpeg or FileKind.Gif or FileKind.Webp => 20 * Mebibyte,
        FileKind.Text or FileKind.Csv or FileKind.Json => 10 * Mebibyte,
        FileKind.Pdf or FileKind.Docx or FileKind.Xlsx or FileKind.Pptx or FileKind.Odt or FileKind.Ods or FileKind.Odp => 25 * Mebibyte,
        FileKind.Mp4 or FileKind.Webm or FileKind.Mp3 or FileKind.Ogg or FileKind.Wav or FileKind.Warc or FileKind.Wacz => 100 * Mebibyte,
    };

    /// <summary>Shown in the page; the rest is downloaded.</summary>
    public static bool IsPicture(this FileKind kind) => kind is FileKind.Png or FileKind.Jpeg or FileKind.Gif or FileKind.Webp;
}
