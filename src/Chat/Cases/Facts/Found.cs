using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Beffroi.Chat.Cases;

/// <summary>An observable was seen. Its value is the canonical one (<see cref="Observable"/>).</summary>
public sealed record ObservableNoted : CaseFact
{
    public required Observable Observable { get; init; }

    /// <summary>As it was found, where that differs.</summary>
    public string? Found { get; init; }

    public string? Note { get; init; }

    public override CaseState Apply(CaseState state, CaseEvent line) => state with { Observables = state.Observables.Add(line.Says(this)) };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) =>
    [
        .. Need.Words(nameof(Observable), Observable.Value, 2_000),
        .. Need.Optional(nameof(Found), Found, 4_000),
        .. Need.Optional(nameof(Note), Note, Need.Text),
        .. Observable.IsCanonical ? Array.Empty<Fault>() : [new Fault(nameof(Observable), "Cette valeur n’est pas reconnue.", "This value is not recognised.")],
    ];
}

/// <summary>A file was taken in, and its print with it.</summary>
public sealed record EvidenceKept : CaseFact
{
    public required string FileName { get; init; }

    /// <summary>By its content: <c>image/png</c>.</summary>
    public required string MediaType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>At arrival, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Of an image, 64 bits as hexadecimal.</summary>
    public string? PerceptualHash { get; init; }

    /// <summary>Where it was captured.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>How: by hand, by which tool.</summary>
    public string? Method { get; init; }

    public override CaseState Apply(CaseState state, CaseEvent line) => state with { Evidence = state.Evidence.Add(new(line.Says(this), [])) };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) =>
    [
        .. Need.Words(nameof(FileName), FileName, 255),
        .. Need.Words(nameof(MediaType), MediaType, 127),
        .. Need.Sha256(nameof(Sha256), Sha256),
        .. Need.Web(nameof(SourceUrl), SourceUrl),
        .. Need.Optional(nameof(Method), Method, Need.Line),
        .. Size > 0 ? Array.Empty<Fault>() : [new Fault(nameof(Size), "Le fichier est vide.", "The file is empty.")],
    ];
}

[JsonConverter(typeof(JsonStringEnumConverter<Handling>))]
public enum Handling
{
    [JsonStringEnumMemberName("seen")] Seen,
    [JsonStringEnumMemberName("exported")] Exported,
    [JsonStringEnumMemberName("handedOver")] HandedOver,
    [JsonStringEnumMemberName("verified")] Verified,
}

/// <summary>Custody: somebody did something with a piece of evidence.</summary>
public sealed record EvidenceHandled : CaseFact
{
    public required Guid Evidence { get; init; }
    public required Handling Handling { get; init; }

    /// <summary>To whom it was handed over, or what was found.</summary>
    public string? Note { get; init; }

    [JsonIgnore]
    public override IEnumerable<Guid> Refers => [Evidence];

    public override CaseState Apply(CaseState state, CaseEvent line) => state with
    {
        Evidence = CaseState.Change(state.Evidence, e => e.Kept.Id == Evidence, e => e with { Custody = e.Custody.Add(line.Says(this)) }),
    };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) =>
    [
        .. Need.Optional(nameof(Note), Note, Need.Text),
        .. seen.Evidence.Exists(e => e.Kept.Id == Evidence) ? Array.Empty<Fault>() : [DraftFaults.Unknown],
    ];
}

public sealed record EvidenceFile(Stated<EvidenceKept> Kept, ImmutableList<Stated<EvidenceHandled>> Custody);
