using System.Linq.Expressions;
using System.Text.Encodings.Web;
using System.Text.Json;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Analysing;

/// <summary>The posts of a narrative as a query: those of the organisation's own watches, in the period, that the database cannot rule out. What remains is looked at one by one.</summary>
static class NarrativePosts
{
    static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Shorter pieces of words rule out too little.</summary>
    const int ShortestPiece = 3;

    public static IQueryable<CollectedPost> Of(BotsDb db, Guid organisation, NarrativeFilter filter, IReadOnlyCollection<Guid>? accounts)
    {
        var (from, to, watch) = (filter.Begins, filter.Ends, filter.Watch);
        var watches = db.Watches.Where(w => w.OrganisationId == organisation && (watch == null || w.Id == watch)).Select(w => w.Id);
        var posts = db.Posts.AsNoTracking().Where(p => p.At >= from && p.At < to && db.Matches.Any(m => m.Seq == p.Seq && watches.Contains(m.WatchId)));
        if (accounts is not null)
        {
            posts = posts.Where(p => accounts.Contains(p.AccountId));
        }

        if (filter.Kind is { } kind)
        {
            posts = posts.Where(p => p.Kind == kind);
        }

        return filter.Language switch
        {
            null => posts,
            NarrativeFilter.NoLanguage => posts.Where(p => p.Language == null),
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Becomes lower() in SQL: the database has no culture to be given.
            var language => posts.Where(p => p.Language!.ToLower() == language),
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        };
    }

    /// <summary>Posts that bear the mark of a subject, and those that no round has marked yet and that cannot be ruled out.</summary>
    public static async Task<IReadOnlyList<IQueryable<CollectedPost>>> Found(this IQueryable<CollectedPost> posts, BotsDb db, NarrativeSubject subject, CancellationToken ct)
    {
        if (PostMarks.Of(subject) is not { } mark)
        {
            return [posts.About(subject)];
        }

        var marked = await db.Grains.Where(g => g.Kind == MarkRound.Kind && g.Key == MarkRound.Key).Select(g => g.Seq).SingleOrDefaultAsync(ct);
        return [posts.Where(p => p.Seq <= marked && db.Marks.Any(m => m.Mark == mark && m.Seq == p.Seq)), posts.Where(p => p.Seq > marked).About(subject)];
    }

    public static IQueryable<CollectedPost> About(this IQueryable<CollectedPost> posts, NarrativeSubject? subject)
    {
        switch (subject?.Kind)
        {
            case null:
                return posts;
            case SubjectKind.Hashtag:
                var (tag, plain) = Written(subject.Key);
                return posts.Where(p => p.Hashtags!.Contains(tag) || p.Hashtags!.Contains(plain));
            case SubjectKind.Link:
                var (link, bare) = Written(subject.Key);
                return posts.Where(p => p.Links!.Contains(link) || p.Links!.Contains(bare));
            case SubjectKind.Domain:
                var domain = subject.Key;
                return posts.Where(p => p.Links!.Contains(domain));
            case SubjectKind.Mention:
                var mention = "@" + subject.Key;
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Becomes lower() in SQL: the database has no culture to be given.
                return posts.Where(p => p.Text!.ToLower().Contains(mention));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
            case SubjectKind.Words:
                // Of accents and of other scripts, engines do not make the same lower case.
                var piece = subject.Key.Split(c => !char.IsAsciiLetterOrDigit(c)).MaxBy(s => s.Length);
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Becomes lower() in SQL: the database has no culture to be given.
                return piece is { Length: >= ShortestPiece } ? posts.Where(p => p.Text!.ToLower().Contains(piece)) : posts.Where(p => p.Text != null);
#pragma warning restore CA1304, CA1311, CA1862, MA0011
            default:
                throw new InvalidOperationException($"{subject.Kind} is no kind of subject.");
        }
    }

    public static readonly Expression<Func<CollectedPost, ReadPost>> Read = p => new ReadPost
    {
        Seq = p.Seq, Network = p.Network, NativeId = p.NativeId, AccountId = p.AccountId, Kind = p.Kind, At = p.At, Text = p.Text, Language = p.Language, TargetId = p.TargetId,
        Links = p.Links, Hashtags = p.Hashtags, Media = p.Media, Likes = p.Likes, Reposts = p.Reposts, Quotes = p.Quotes, Replies = p.Replies,
    };

    // Lists are kept as JSON: a whole element, in both ways that it may be written.
    static (string Escaped, string Plain) Written(string key) => (JsonSerializer.Serialize(key), JsonSerializer.Serialize(key, Relaxed));

    static IEnumerable<string> Split(this string text, Func<char, bool> at)
    {
        for (var (from, i) = (0, 0); i <= text.Length; i++)
        {
            if (i == text.Length || at(text[i]))
            {
                yield return text[from..i];
                from = i + 1;
            }
        }
    }
}
