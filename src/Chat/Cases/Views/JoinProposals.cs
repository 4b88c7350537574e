using Beffroi.Chat.Evidence.Pictures;

namespace Beffroi.Chat.Cases;

/// <summary>Another case with observables or evidence of this one.</summary>
/// <param name="Evidence">SHA-256 of files that are in both.</param>
public sealed record JoinProposal(Guid CaseId, string Title, IReadOnlyList<Observable> Shared, IReadOnlyList<string> Evidence);

/// <summary>Cases that may be the same manipulation, because something was met in both.</summary>
public static class JoinProposals
{
    /// <summary>Sites where everybody is: to be there together says nothing.</summary>
    static readonly HashSet<string> Crowded = new(StringComparer.Ordinal)
    {
        "bsky.app", "dailymotion.com", "facebook.com", "google.com", "instagram.com", "linkedin.com", "ok.ru", "reddit.com", "t.me", "threads.com", "threads.net",
        "tiktok.com", "vk.com", "whatsapp.com", "wikipedia.org", "x.com", "youtube.com",
    };

    /// <summary>Those that have most in common first. A case that the reader may not know of is not among the others: nothing of it comes here.</summary>
    /// <param name="others">Views of the same reader.</param>
    public static IReadOnlyList<JoinProposal> Of(CaseView view, IEnumerable<CaseView> others)
    {
        var mine = Met(view.State);
        var files = Files(view.State);
        var joined = view.State.Joined.Select(j => j.Fact.Other).ToHashSet();
        return
        [
            .. others
                .Where(o => o.CaseId != view.CaseId && !joined.Contains(o.CaseId) && !o.State.Joined.Exists(j => j.Fact.Other == view.CaseId))
                .Select(o => new JoinProposal(o.CaseId, o.State.Title, [.. Met(o.State).Where(mine.Contains)], [.. Files(o.State).Where(files.Contains)]))
                .Where(p => p.Shared.Count + p.Evidence.Count > 0)
                .OrderByDescending(p => p.Shared.Count + p.Evidence.Count)
                .ThenBy(p => p.CaseId),
        ];
    }

    /// <summary>
    /// When a line with an observable or a file comes into a case, the organisations that opened other cases with it and whose case its author may not know of:
    /// they alone are told, and only that somebody else has met what they have. Nobody is where the new line is RED, nor where they may read it anyway.
    /// </summary>
    /// <param name="logs">Of the other cases.</param>
    public static IReadOnlyList<(Guid Organisation, Guid CaseId)> ToTell(CaseLog log, CaseEvent line, Reader author, IEnumerable<CaseLog> logs)
    {
        Func<CaseState, bool>? meets = line.Fact switch
        {
            ObservableNoted noted when !IsCrowded(noted.Observable) => state => Met(state).Contains(noted.Observable),
            EvidenceKept kept => state => state.Evidence.Exists(e => IsTwin(e.Kept.Fact, kept)),
            _ => null,
        };
        if (meets is null || Readable.Markings(log)[line.Id].Tlp is Tlp.Red)
        {
            return [];
        }

        return
        [
            .. logs
                .Where(other => other.Id != log.Id && !other.Events.IsEmpty && Readable.Of(other, author).IsEmpty)
                .Select(other => (Opener: other.Events[0].Author.Organisation, Log: other))
                .Where(o => o.Opener is { } opener && !Readable.Of(log, Reader.OfOrganisation(opener)).Contains(line)
                    && CaseView.For(o.Log, Reader.OfOrganisation(opener)) is { } theirs && meets(theirs.State))
                .Select(o => (o.Opener!.Value, o.Log.Id))
                .Distinct(),
        ];
    }

    /// <summary>The same file, or a picture that looks the same.</summary>
    public static bool IsTwin(EvidenceKept one, EvidenceKept other) =>
        string.Equals(one.Sha256, other.Sha256, StringComparison.Ordinal)
        || (PictureHash.Read(one.PerceptualHash) is { } picture && PictureHash.Read(other.PerceptualHash) is { } looks && picture.IsNear(looks));

    /// <summary>Of what two cases have in common, when it makes them one manipulation.</summary>
    internal const int Enough = 2;

    /// <summary>What was met in a case, and what it is worth to meet it elsewhere: a page or a file is enough by itself, two accounts or tags are.</summary>
    internal static IEnumerable<(string Key, int Weight)> Weights(CaseState state) =>
        Met(state).Select(o => ("o:" + o.Key, o.Kind is ObservableKind.Url ? Enough : 1)).Concat(Files(state).Select(f => ("f:" + f, Enough)));

    static HashSet<Observable> Met(CaseState state) => [.. state.Observables.Select(o => o.Fact.Observable).Where(o => !IsCrowded(o))];

    static HashSet<string> Files(CaseState state) => state.Evidence.Select(e => e.Kept.Fact.Sha256).ToHashSet(StringComparer.Ordinal);

    static bool IsCrowded(Observable observable) => observable.Kind is ObservableKind.Domain && Crowded.Contains(observable.Value);
}
