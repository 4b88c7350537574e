using System.Text.Json.Serialization;
using Beffroi.Kit;

namespace Beffroi.Eva.OrientationFiles;

/// <summary>What a file tells of the world outside: recruitments, courses, and how families of trades join the ROME.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FileKind>))]
public enum FileKind
{
    /// <summary>Survey of the needs for labour (France Travail), by département and trade.</summary>
    [JsonStringEnumMemberName("bmo")] Bmo,

    /// <summary>Tension indicator of the Dares, by département and trade.</summary>
    [JsonStringEnumMemberName("dares")] Dares,

    /// <summary>Courses, in our own columns.</summary>
    [JsonStringEnumMemberName("offres")] Offres,

    /// <summary>Courses in the language of the Carif-Oref (LHÉO).</summary>
    [JsonStringEnumMemberName("lheo")] Lheo,

    /// <summary>From the families of trades (FAP) to the ROME.</summary>
    [JsonStringEnumMemberName("passage")] Passage,
}

/// <summary>What is imported takes the place of what was imported before for the same use.</summary>
public enum FileUse
{
    Tension,
    Offres,
    Passage,
}

/// <summary>A file that was read and found good: a draft until its sender confirms it, then what the service knows until the next one. Its content never changes.</summary>
public sealed class OrientationFile
{
    /// <summary>A draft that nobody confirmed is forgotten after that.</summary>
    public static readonly TimeSpan DraftLasts = TimeSpan.FromHours(24);

    public const int SourceMaxLength = 200;
    public const int FileNameMaxLength = 200;

    public required Guid Id { get; init; }
    public required FileKind Kind { get; init; }
    public required FileUse Use { get; init; }

    /// <summary>Who publishes it, in words.</summary>
    public required string Source { get; init; }

    /// <summary>The day that the figures tell of: their age runs from it, not from the import.</summary>
    public required DateOnly MeasuredOn { get; init; }

    public required string FileName { get; init; }
    public required Guid? AuthorId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required int Count { get; init; }

    /// <summary><see cref="FileContent"/>, as JSON.</summary>
    public required string Content { get; init; }

    /// <summary>Null for a draft.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    public void Confirm(DateTimeOffset at) => ConfirmedAt ??= at;

    public static FileUse UseOf(FileKind kind) => kind switch
    {
        FileKind.Bmo or FileKind.Dares => FileUse.Tension,
        FileKind.Offres or FileKind.Lheo => FileUse.Offres,
        FileKind.Passage => FileUse.Passage,
    };

    public static bool MayImport(CurrentUser? user) => user is { Accepted: true, Role: Role.Superadmin };
}

public static class FileKindWords
{
    public static string Label(this FileKind kind) => kind switch
    {
        FileKind.Bmo => "Enquête BMO (France Travail), XLSX ou CSV",
        FileKind.Dares => "Tensions par métier (Dares), XLSX ou CSV",
        FileKind.Offres => "Offres de formation, CSV ou XLSX de ce service",
        FileKind.Lheo => "Offres de formation, XML LHÉO (Carif-Oref)",
        FileKind.Passage => "Table de passage des familles professionnelles (FAP) vers le ROME, CSV ou XLSX",
    };

    public static string Label(this FileUse use) => use switch
    {
        FileUse.Tension => "Tension des métiers",
        FileUse.Offres => "Offres de formation",
        FileUse.Passage => "Passage FAP → ROME",
    };
}
