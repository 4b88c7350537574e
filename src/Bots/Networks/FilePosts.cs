using System.Globalization;
using Beffroi.Bots.Keeping;
using Beffroi.Detection;

namespace Beffroi.Bots.Networks;

/// <summary>The posts of a file of any form that Detection reads, with their authors where it holds them. The cursor is the line: read twice, a file gives the same steps.</summary>
public sealed class FilePosts
{
    /// <summary>Authors that are remembered of one file, so that its memory is bounded.</summary>
    const int MostAuthors = 200_000;

    const int Group = 500;

    readonly Dictionary<string, Account> _authors = new(StringComparer.Ordinal);
    readonly Func<Stream> _open;
    readonly Network? _network;
    readonly ReadingOptions _options;

    public FilePosts(Func<Stream> open, Network? network, DateTimeOffset now)
    {
        (_open, _network) = (open, network);
        _options = new() { Network = network, Now = now, MaxLineBytes = 4 << 20, MaxExpandedBytes = 32L << 30 };
    }

    /// <summary>What was counted of the file, once it is read.</summary>
    public ReadingTally Tally { get; } = new();

    /// <summary>What is after a line, told by groups.</summary>
    /// <param name="after">The last line that is kept already; 0 at the beginning.</param>
    /// <param name="matching">What is looked for; null: everything is kept.</param>
    public IEnumerable<Arrival> Read(long after, Matching? matching)
    {
        FindAuthors();
        List<IncomingPost> found = [];
        var (read, broken, line, lastLine) = (0, 0, 0L, 0L);
        using var file = _open();
        foreach (var step in PostReader.Read(file, _options).Select(s => Tally.Count(s)))
        {
            // Between two lines, never within one: a page of a hundred posts is one line.
            if (step.Line != lastLine && found.Count + read + broken >= Group)
            {
                yield return new() { Posts = found, Read = read, Broken = broken, Cursor = Cursor(line) };
                (found, read, broken) = ([], 0, 0);
            }

            lastLine = step.Line;
            if (step.Line <= after)
            {
                // A repost may be of a post that came before the stop.
                _ = step.Value is { } kept ? matching?.Find(kept, Author(kept)?.Handle, null) : null;
                continue;
            }

            line = step.Line;
            broken += step.Problem is { Weight: ProblemWeight.Record or ProblemWeight.File } ? 1 : 0;
            if (step.Value is not { } post)
            {
                continue;
            }

            read++;
            if (post.Id.Length > 0 && Take(post, matching) is { } incoming)
            {
                found.Add(incoming);
            }
        }

        yield return new() { Posts = found, Read = read, Broken = broken, Cursor = Cursor(Math.Max(line, after)) };
        if (Tally.Fatal is not null && Tally.Values == 0)
        {
            throw new SourceTroubleException(SourceError.BadFile, Tally.Fatal.Code.ToString());
        }
    }

    public static long LineOf(string? cursor) => long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : 0;

    static string Cursor(long line) => line.ToString(CultureInfo.InvariantCulture);

    IncomingPost? Take(Post post, Matching? matching)
    {
        var author = Author(post);
        var term = matching?.Find(post, author?.Handle, null);
        return matching is not null && term is null ? null : new() { Network = NetworkOf(post, author), Post = post, Author = author, TermId = term };
    }

    Account? Author(Post post) => _authors.GetValueOrDefault(post.AccountId);

    Network NetworkOf(Post post, Account? author) =>
        post.Id.StartsWith("at://", StringComparison.Ordinal) ? Network.Bluesky : author is { Network: not Network.Other } ? author.Network : _network ?? Network.Other;

    void FindAuthors()
    {
        using var file = _open();
        foreach (var step in AccountReader.Read(file, _options))
        {
            if (step.Value?.Account is { Id.Length: > 0 } account && (_authors.Count < MostAuthors || _authors.ContainsKey(account.Id)))
            {
                _authors[account.Id] = account;
            }
        }
    }
}
