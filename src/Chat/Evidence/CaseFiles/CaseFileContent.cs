using Beffroi.Chat.Evidence.Custody;

namespace Beffroi.Chat.Evidence.CaseFiles;

/// <summary>What leaves the site in one file, to be shown and checked anywhere, years later, without a network.</summary>
public sealed record CaseFileContent
{
    public required Guid CaseId { get; init; }
    public required string Title { get; init; }

    /// <summary>The highest of what is inside.</summary>
    public required Tlp Tlp { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Who makes it.</summary>
    public required string By { get; init; }
    public required IReadOnlyList<CaseFileEvidence> Evidence { get; init; }

    /// <summary>The case in words, its log, its exports: as they are.</summary>
    public IReadOnlyList<CaseFileDocument> Documents { get; init; } = [];
}

/// <param name="Name">A safe one.</param>
public sealed record CaseFileEvidence(CustodyChain Custody, string Name, string MediaType, byte[] Content)
{
    /// <summary>Of a picture, as text.</summary>
    public string? Picture { get; init; }
}

/// <param name="Name">Letters, digits, dots and hyphens.</param>
public sealed record CaseFileDocument(string Name, byte[] Content);

/// <summary>The list of what a case file holds, in its <c>manifest.json</c>.</summary>
public sealed record CaseFileManifest
{
    public const string CurrentFormat = "beffroi-case-file-1";

    public required string Format { get; init; }
    public required Guid CaseId { get; init; }
    public required string Title { get; init; }
    public required Tlp Tlp { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string By { get; init; }

    /// <summary>SHA-256 of the heads of all chains, in their order: whoever noted it when the file was made knows it again.</summary>
    public required string Head { get; init; }
    public required IReadOnlyList<CaseFileItem> Evidence { get; init; }
    public required IReadOnlyList<CaseFilePaper> Documents { get; init; }
}

public sealed record CaseFileItem
{
    public required Guid Id { get; init; }

    /// <summary>In the archive.</summary>
    public required string Path { get; init; }
    public required string Custody { get; init; }
    public required string Name { get; init; }
    public required string MediaType { get; init; }
    public required int Size { get; init; }

    /// <summary>As it arrived.</summary>
    public required string Sha256 { get; init; }
    public string? Picture { get; init; }

    /// <summary>Links, and the last one.</summary>
    public required int Links { get; init; }
    public required string Head { get; init; }
}

public sealed record CaseFilePaper(string Path, int Size, string Sha256);
