using System.Globalization;
using Beffroi.Bots.Clustering;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Alerting;

/// <summary>Compares the counts of posts and terms with those of the last reading. What was not given then or now says nothing.</summary>
sealed class RiseReading(BotsDb db, RoundSettings settings)
{
    /// <summary>Younger posts are read; those of an old file do not change.</summary>
    const int Days = 7;
    const int MostPosts = 20_000;

    public async Task Look(Guid watch, IReadOnlyDictionary<Guid, string> terms, DateTimeOffset now, CancellationToken ct)
    {
        var from = now.AddDays(-Days);
        var posts = await db.Matches.AsNoTracking().Where(m => m.WatchId == watch)
            .Join(db.Posts.AsNoTracking().Where(p => p.At >= from && (p.Likes != null || p.Reposts != null || p.Quotes != null || p.Replies != null)), m => m.Seq, p => p.Seq, (m, p) => new { m.TermId, p.Seq, p.Text, p.Likes, p.Reposts, p.Quotes, p.Replies })
            .OrderByDescending(p => p.Seq).Take(MostPosts).ToListAsync(ct);
        var known = await db.Readings.Where(r => r.WatchId == watch).ToDictionaryAsync(r => r.Subject, StringComparer.Ordinal, ct);
        var open = (await db.Findings.Where(f => f.WatchId == watch && f.Kind == FoundKind.Rise && f.ClosedAt == null).Select(f => f.Subject).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var read = new HashSet<string>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            Compare("post:" + post.Seq.ToString(CultureInfo.InvariantCulture), new(now, post.Likes, post.Reposts, post.Quotes, post.Replies), post.Text);
        }

        // What all posts of a term have gathered; a post that goes out of the days that are looked at takes its share away, which is no fall and no rise.
        foreach (var term in posts.Where(p => p.TermId is { } id && terms.ContainsKey(id)).GroupBy(p => p.TermId!.Value))
        {
            Compare($"term:{term.Key}", new(now, Sum(term.Select(p => p.Likes)), Sum(term.Select(p => p.Reposts)), Sum(term.Select(p => p.Quotes)), Sum(term.Select(p => p.Replies))), terms[term.Key]);
        }

        // One that is not given for a while is remembered as long as its post is read.
        db.RemoveRange(known.Values.Where(r => !read.Contains(r.Subject) && r.At < from));

        void Compare(string subject, Crawl crawl, string? label)
        {
            read.Add(subject);
            if (!known.TryGetValue(subject, out var last))
            {
                db.Add(Reading(watch, subject, crawl));
            }
            else if ((last.Likes, last.Reposts, last.Quotes, last.Replies) != (crawl.Likes, crawl.Reposts, crawl.Quotes, crawl.Replies) && last.At < now)
            {
                foreach (var rise in RiseAlerts.Of([new(last.At, last.Likes, last.Reposts, last.Quotes, last.Replies), crawl], settings.Rises))
                {
                    Tell($"{subject}:{rise.Count}", rise, label);
                }

                // A count that is not given this time is still that of the last time.
                (last.At, last.Likes, last.Reposts, last.Quotes, last.Replies) = (now, crawl.Likes ?? last.Likes, crawl.Reposts ?? last.Reposts, crawl.Quotes ?? last.Quotes, crawl.Replies ?? last.Replies);
            }
        }

        // While somebody has not closed what was told of it, nothing more is.
        void Tell(string subject, Rise rise, string? label)
        {
            if (open.Add(subject))
            {
                db.Add(new FindingReason { Label = FindingReason.Short(label), Count = rise.Count, Growth = rise.Growth, Threshold = Threshold(rise.Count), From = rise.From, To = rise.To }
                    .Finding(watch, FoundKind.Rise, subject, rise.To, now));
            }
        }
    }

    long Threshold(RisingCount count) => count switch
    {
        RisingCount.Likes => settings.Rises.Likes,
        RisingCount.Reposts => settings.Rises.Reposts,
        RisingCount.Quotes => settings.Rises.Quotes,
        RisingCount.Replies => settings.Rises.Replies,
    };

    static long? Sum(IEnumerable<long?> counts)
    {
        long? sum = null;
        foreach (var count in counts)
        {
            sum = count is null ? sum : (sum ?? 0) + count;
        }

        return sum;
    }

    static CountReading Reading(Guid watch, string subject, Crawl c) => new() { WatchId = watch, Subject = subject, At = c.At, Likes = c.Likes, Reposts = c.Reposts, Quotes = c.Quotes, Replies = c.Replies };
}
