using System.Text.Json.Serialization;

namespace Beffroi.Chat.Evidence.CaseFiles;

[JsonConverter(typeof(JsonStringEnumConverter<CaseFileFaultKind>))]
public enum CaseFileFaultKind
{
    /// <summary>Not a case file, or one whose end is lost.</summary>
    [JsonStringEnumMemberName("unreadable")] Unreadable,

    /// <summary>One byte, known exactly.</summary>
    [JsonStringEnumMemberName("byte")] Byte,

    /// <summary>A stretch of bytes.</summary>
    [JsonStringEnumMemberName("block")] Block,

    /// <summary>Bytes were added or taken away.</summary>
    [JsonStringEnumMemberName("length")] Length,

    /// <summary>The archive is not one that Beffroi writes.</summary>
    [JsonStringEnumMemberName("structure")] Structure,

    /// <summary>A part is not what the list says.</summary>
    [JsonStringEnumMemberName("content")] Content,

    /// <summary>A link of a chain of custody.</summary>
    [JsonStringEnumMemberName("custody")] Custody,

    /// <summary>Not the file that was noted.</summary>
    [JsonStringEnumMemberName("head")] Head,
}

/// <param name="Why">A sentence.</param>
public sealed record CaseFileFault(CaseFileFaultKind Kind, Words Why)
{
    /// <summary>Of the first byte, from 0, in the file.</summary>
    public int? Offset { get; init; }

    /// <summary>In the archive.</summary>
    public string? Part { get; init; }

    /// <summary>Of that part's chain, from 1.</summary>
    public int? Link { get; init; }

    public byte? Expected { get; init; }
    public byte? Found { get; init; }
}

/// <summary>What was found in a case file.</summary>
public sealed record CaseFileReport
{
    public required IReadOnlyList<CaseFileFault> Faults { get; init; }

    /// <summary>Null where it cannot be read.</summary>
    public CaseFileManifest? Manifest { get; init; }

    public bool IsIntact => Faults.Count == 0;
}
