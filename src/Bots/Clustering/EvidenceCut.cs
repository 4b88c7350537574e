using Beffroi.Detection;

namespace Beffroi.Bots.Clustering;

/// <summary>A post that goes, as evidence may tell of it.</summary>
/// <param name="Name">Its network and its identifier there, as <see cref="SharedThing.What"/> writes them.</param>
public sealed record GonePost(Guid Account, string Name, DateTimeOffset At, string? Text)
{
    public static string NameOf(Network network, string native) => $"{network}:{native}";
}

/// <summary>Evidence without what is let go of. Pure. Where it cannot be told apart from what stays, it goes too: the next turn finds again what still holds.</summary>
static class EvidenceCut
{
    /// <summary>One account alone did nothing together.</summary>
    const int Least = 2;

    /// <param name="evidence">As it is kept.</param>
    /// <param name="posts">Posts that go.</param>
    /// <param name="accounts">Accounts of which everything goes.</param>
    public static KeptEvidence Without(this KeptEvidence evidence, IReadOnlyCollection<GonePost> posts, IReadOnlySet<Guid> accounts)
    {
        var gone = new Gone(posts, accounts);
        return evidence with
        {
            Top = [.. evidence.Top.Select(gone.Cut).OfType<SharedThing>()],
            Copies = [.. evidence.Copies.Select(c => gone.Cut(c, exact: true)).OfType<CopiedText>()],
            NearCopies = [.. evidence.NearCopies.Select(c => gone.Cut(c, exact: false)).OfType<CopiedText>()],
        };
    }

    sealed class Gone(IReadOnlyCollection<GonePost> posts, IReadOnlySet<Guid> accounts)
    {
        readonly HashSet<string> _names = posts.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        readonly HashSet<(Guid, long)> _shares = posts.Select(p => (p.Account, p.At.ToUnixTimeSeconds())).ToHashSet();
        readonly HashSet<string> _words = posts.Select(p => NormalText.Of(p.Text)).Where(t => t.Length > 0).ToHashSet(StringComparer.Ordinal);

        public SharedThing? Cut(SharedThing thing)
        {
            if (_names.Contains(thing.What) || (thing.Trace is Trace.Text or Trace.NearText && _words.Contains(thing.What)))
            {
                return null;
            }

            ThingShare[] left = [.. thing.Shares.Where(s => !accounts.Contains(s.Account) && !_shares.Contains((s.Account, s.Second)))];
            if (left.Length == thing.Shares.Count)
            {
                return thing;
            }

            var before = thing.Shares.Select(s => s.Account).Distinct().Count();
            var members = thing.Members - before + left.Select(s => s.Account).Distinct().Count();
            return members < Least ? null : thing with { Members = members, Count = thing.Count - thing.Shares.Count + left.Length, Shares = left };
        }

        public CopiedText? Cut(CopiedText copy, bool exact)
        {
            // Near copies are shown by the words of the first of them, which may be the ones that go.
            if (!exact && posts.Any(p => IsOf(copy, p)))
            {
                return null;
            }

            GonePost[] theirs = [.. posts.Where(p => copy.Accounts.Contains(p.Account) && p.At >= copy.First && p.At <= copy.Last && (!exact || IsOf(copy, p)))];
            var left = copy.Accounts.Where(a => !accounts.Contains(a) && !theirs.Any(p => p.Account == a)).ToArray();
            if (left.Length == copy.Accounts.Count)
            {
                return copy;
            }

            return left.Length < Least || (!exact && left[0] != copy.Accounts[0])
                ? null
                : copy with { Accounts = left, Posts = Math.Max(left.Length, copy.Posts - Math.Max(theirs.Length, copy.Accounts.Count - left.Length)) };
        }

        static bool IsOf(CopiedText copy, GonePost post) => string.Equals(copy.Text, CopiedTexts.Cut((post.Text ?? "").Trim()), StringComparison.Ordinal);
    }
}
