using Beffroi.Kit;

namespace Beffroi.Encyclopedia;

/// <summary>Who wrote: accepted people read each other's names; everybody else reads that it was a member, for nobody agreed to be named on the open web.</summary>
public sealed class Signatures
{
    readonly IReadOnlyDictionary<Guid, string> _names;
    readonly Lang _language;

    Signatures(IReadOnlyDictionary<Guid, string> names, Lang language) => (_names, _language) = (names, language);

    public static async Task<Signatures> For(CurrentUser? reader, IEnumerable<Guid?> authors, IStructures people, Lang language, CancellationToken ct) =>
        new(reader is { Accepted: true } ? await people.People([.. authors.OfType<Guid>().Distinct()], ct) : new Dictionary<Guid, string>(), language);

    /// <param name="given">The name that somebody without an account gave, or that came with an import.</param>
    public string Of(Guid? author, string? given = null) => author is { } id
        ? _names.GetValueOrDefault(id) ?? _language.Say("Un membre", "A member")
        : given is { Length: > 0 } ? given : _language.Say("Sans compte", "Without an account");
}
