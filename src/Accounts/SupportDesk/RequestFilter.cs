using Beffroi.Accounts.Support;
using Beffroi.Dsfr;
using Beffroi.Kit;

namespace Beffroi.Accounts.SupportDesk;

/// <summary>Which requests are listed, by the words of the address. Without a word, those that are open.</summary>
public sealed record RequestFilter(string? State, SitePart? Part, RequestKind? Kind)
{
    const string All = "toutes";

    public static readonly IReadOnlyList<Option> States = [.. Enum.GetValues<RequestState>().Select(s => new Option(s.ToString(), s.Label())), new(All, "Toutes")];

    /// <summary>A word that is no choice filters nothing.</summary>
    public static RequestFilter Read(string? state, string? part, string? kind) =>
        new(States.Any(o => string.Equals(o.Value, state, StringComparison.Ordinal)) ? state : null, SiteParts.Read(part), RequestWords.Read(kind));

    public IQueryable<SupportRequest> Of(IQueryable<SupportRequest> all)
    {
        var kept = RequestWords.ReadState(State) is { } state ? all.Where(r => r.State == state)
            : State is null ? all.Where(r => r.State != RequestState.Closed && r.State != RequestState.Unwanted)
            : all;
        kept = Part is { } part ? kept.Where(r => r.Part == part) : kept;
        return Kind is { } kind ? kept.Where(r => r.Kind == kind) : kept;
    }

    public string Query => $"etat={State}&service={Part?.Word()}&nature={Kind}";
}
