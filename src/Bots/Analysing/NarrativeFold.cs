using System.Security.Cryptography;
using System.Text;
using Beffroi.Detection;

namespace Beffroi.Bots.Analysing;

/// <summary>Counts of one hour. Posts are all that was collected; likes and the other totals are as networks gave them, of what was published in that hour, reposts aside (they show those of what they repeat).</summary>
public sealed class Volume
{
    public int Posts { get; private set; }
    public int Reposts { get; private set; }
    public int Quotes { get; private set; }
    public int Replies { get; private set; }
    public long GivenLikes { get; private set; }
    public long GivenReposts { get; private set; }
    public long GivenQuotes { get; private set; }
    public long GivenReplies { get; private set; }

    public void Add(ReadPost post)
    {
        Posts++;
        Reposts += post.IsRepost ? 1 : 0;
        Quotes += !post.IsRepost && post.Kind is PostKind.Quote ? 1 : 0;
        Replies += !post.IsRepost && post.Kind is PostKind.Reply ? 1 : 0;
        if (!post.IsRepost)
        {
            (GivenLikes, GivenReposts) = (GivenLikes + (post.Likes ?? 0), GivenReposts + (post.Reposts ?? 0));
            (GivenQuotes, GivenReplies) = (GivenQuotes + (post.Quotes ?? 0), GivenReplies + (post.Replies ?? 0));
        }
    }

    public void Add(Volume other)
    {
        (Posts, Reposts, Quotes, Replies) = (Posts + other.Posts, Reposts + other.Reposts, Quotes + other.Quotes, Replies + other.Replies);
        (GivenLikes, GivenReposts, GivenQuotes, GivenReplies) = (GivenLikes + other.GivenLikes, GivenReposts + other.GivenReposts, GivenQuotes + other.GivenQuotes, GivenReplies + other.GivenReplies);
    }
}

/// <summary>How often something comes, and from how many accounts (by their number in the fold).</summary>
public sealed class Tally
{
    int _first = -1;
    HashSet<int>? _others;

    public int Posts { get; private set; }
    public int Accounts => (_first < 0 ? 0 : 1) + (_others?.Count ?? 0);
    public IEnumerable<int> Numbers => _first < 0 ? [] : (_others ?? []).Prepend(_first);

    public void Add(int account)
    {
        Posts++;
        if (_first < 0)
        {
            _first = account;
        }
        else if (_first != account)
        {
            (_others ??= []).Add(account);
        }
    }
}

/// <summary>One account in a narrative.</summary>
public sealed class AuthorTally(Guid id, Network network)
{
    public Guid Id => id;
    public Network Network => network;
    public int Posts { get; set; }
    public int Reposts { get; set; }
}

/// <summary>A text, word for word, without the spaces around it.</summary>
public sealed class TextTally(long seq, DateTimeOffset at)
{
    /// <summary>The first post that says it.</summary>
    public long Seq { get; private set; } = seq;
    public DateTimeOffset First { get; private set; } = at;
    public DateTimeOffset Last { get; private set; } = at;
    public Tally Said { get; } = new();

    public void Add(ReadPost post, int account)
    {
        Said.Add(account);
        if ((post.At, post.Seq).CompareTo((First, Seq)) < 0)
        {
            (First, Seq) = (post.At, post.Seq);
        }

        Last = post.At > Last ? post.At : Last;
    }
}

/// <summary>A post that is no repost, with what was made of it: totals as given (null: not given) and what of it was collected here.</summary>
public sealed class OwnPost(ReadPost post)
{
    public long Seq { get; } = post.Seq;
    public DateTimeOffset At { get; } = post.At;
    public long? Likes { get; } = post.Likes;
    public long? Reposts { get; } = post.Reposts;
    public long? Quotes { get; } = post.Quotes;
    public long? Replies { get; } = post.Replies;
    public int Reposted { get; set; }
    public int Quoted { get; set; }
    public int Replied { get; set; }
}

/// <summary>One walk over the posts of a narrative, in any order: everything that is counted is counted here.</summary>
public sealed class NarrativeFold
{
    readonly Dictionary<Guid, int> _numbers = [];
    readonly Dictionary<UInt128, OwnPost> _own = [];
    readonly List<(UInt128 Target, PostKind Kind)> _answers = [];
    readonly Dictionary<UInt128, TextTally> _texts = [];

    /// <summary>By hour since 1970: in Paris an hour begins when it does elsewhere.</summary>
    public SortedDictionary<long, Volume> Hours { get; } = [];
    public Dictionary<string, int> Languages { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Tally> Hashtags { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Tally> Links { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Tally> Domains { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Tally> Media { get; } = new(StringComparer.Ordinal);
    public List<AuthorTally> Authors { get; } = [];
    public Volume Total { get; } = new();
    public (DateTimeOffset At, long Seq)? First { get; private set; }
    public (DateTimeOffset At, long Seq)? Last { get; private set; }

    /// <summary>Posts that are no repost, and how many of them came with each total.</summary>
    public int Own { get; private set; }
    public int WithLikes { get; private set; }
    public int WithReposts { get; private set; }
    public int WithQuotes { get; private set; }
    public int WithReplies { get; private set; }

    public IEnumerable<OwnPost> OwnPosts => _own.Values;
    public IEnumerable<TextTally> Texts => _texts.Values;

    public void Add(ReadPost post)
    {
        var number = Author(post);
        Total.Add(post);
        var hour = post.At.ToUnixTimeSeconds() / 3600;
        (Hours.TryGetValue(hour, out var volume) ? volume : Hours[hour] = new()).Add(post);
        (First, Last) = (First is { } f && f.CompareTo((post.At, post.Seq)) < 0 ? f : (post.At, post.Seq), Last is { } l && l.CompareTo((post.At, post.Seq)) > 0 ? l : (post.At, post.Seq));
        var language = post.Language?.ToLowerInvariant() ?? NarrativeFilter.NoLanguage;
        Languages[language] = Languages.GetValueOrDefault(language) + 1;
        Count(Hashtags, post.HashtagList, number);
        Count(Links, post.LinkList, number);
        Count(Domains, post.LinkList.Select(NarrativeSubject.Site), number);
        Count(Media, post.MediaList, number);
        if (post.TargetId is { } target)
        {
            _answers.Add((KeyOf(post.Network, target), post.Kind));
        }

        if (!post.IsRepost)
        {
            AddOwn(post, number);
        }
    }

    /// <summary>Whether a post that was walked over is the one that this repeats.</summary>
    public bool Repeats(ReadPost repost) => repost.TargetId is { } target && _own.ContainsKey(KeyOf(repost.Network, target));

    /// <summary>What was collected of each post, once all were walked over.</summary>
    public void Close()
    {
        foreach (var (target, kind) in _answers)
        {
            if (_own.TryGetValue(target, out var own))
            {
                own.Reposted += kind is PostKind.Repost ? 1 : 0;
                own.Quoted += kind is PostKind.Quote ? 1 : 0;
                own.Replied += kind is PostKind.Reply ? 1 : 0;
            }
        }

        _answers.Clear();
    }

    void AddOwn(ReadPost post, int number)
    {
        Own++;
        WithLikes += post.Likes is null ? 0 : 1;
        WithReposts += post.Reposts is null ? 0 : 1;
        WithQuotes += post.Quotes is null ? 0 : 1;
        WithReplies += post.Replies is null ? 0 : 1;
        _own[KeyOf(post.Network, post.NativeId)] = new(post);
        if (!string.IsNullOrWhiteSpace(post.Text))
        {
            var key = Hash(post.Text.Trim());
            (_texts.TryGetValue(key, out var text) ? text : _texts[key] = new(post.Seq, post.At)).Add(post, number);
        }
    }

    int Author(ReadPost post)
    {
        if (!_numbers.TryGetValue(post.AccountId, out var number))
        {
            number = _numbers[post.AccountId] = Authors.Count;
            Authors.Add(new(post.AccountId, post.Network));
        }

        Authors[number].Posts++;
        Authors[number].Reposts += post.IsRepost ? 1 : 0;
        return number;
    }

    // A post that says a thing twice says it once.
    static void Count(Dictionary<string, Tally> tallies, IEnumerable<string> things, int account)
    {
        foreach (var thing in things.Distinct(StringComparer.Ordinal))
        {
            (tallies.TryGetValue(thing, out var tally) ? tally : tallies[thing] = new()).Add(account);
        }
    }

    static UInt128 KeyOf(Network network, string id) => Hash($"{network}\n{id}");

    // Texts of a whole year would not fit; their fingerprints do.
    static UInt128 Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
