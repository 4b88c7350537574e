using Beffroi.Bots.Keeping;
using Beffroi.Bots.Networks;
using Beffroi.Detection;

namespace Beffroi.Bots.Running;

/// <summary>What was read and is not written yet.</summary>
sealed class Pending(SourceKind kind)
{
    readonly List<IncomingPost> _posts = [];
    readonly List<(Network, string)> _gone = [];
    readonly List<string> _goneNames = [];
    readonly List<IncomingPost> _edited = [];
    long _read;
    long _broken;
    long _price;

    public IReadOnlyList<IncomingPost> Posts => _posts;
    public string? Cursor { get; private set; }
    public int Messages { get; private set; }
    public bool IsEmpty => Messages == 0 && _price == 0;

    /// <summary>To be written at once: somebody waits for it, or it must be said.</summary>
    public bool IsUrgent { get; private set; }
    public List<Action> Written { get; } = [];
    public (SourceError Error, string? Detail)? Notice { get; private set; }

    public void Add(Arrival arrival)
    {
        _posts.AddRange(arrival.Posts.Select(p => p.Author is { } author && Screening.LeavesOut(author) ? p with { AuthorLeftOut = true } : p));
        _gone.AddRange(arrival.Gone);
        _goneNames.AddRange(arrival.GoneNames);
        foreach (var edited in arrival.Edited)
        {
            // Whoever says now to be a minor keeps no word here.
            if (edited.Author is { } author && Screening.LeavesOut(author))
            {
                _gone.Add((edited.Network, edited.Post.Id));
            }
            else
            {
                _edited.Add(edited);
            }
        }

        Cursor = arrival.Cursor ?? Cursor;
        _read += arrival.Read;
        _broken += arrival.Broken;
        _price += arrival.Price;
        Messages++;
        IsUrgent |= arrival.Posts.Count > 0 || arrival.Written is not null || arrival.Notice is not null;
        if (arrival.Written is { } written)
        {
            Written.Add(written);
        }

        if (arrival.Notice is { } notice)
        {
            Notice = (notice, arrival.NoticeDetail);
        }
    }

    /// <summary>In the units of the budget: cents for X, posts that matched elsewhere. Parts of a cent wait for the others.</summary>
    public IncomingBatch Batch(Guid source, string owner, bool isLast) => new()
    {
        SourceId = source, Posts = [.. _posts], Gone = [.. _gone], GoneNames = [.. _goneNames], Edited = [.. _edited], Cursor = Cursor, Lease = owner, Read = _read, Broken = _broken,
        Spent = kind == SourceKind.X ? (isLast ? (_price + 9) / 10 : _price / 10) : _posts.Count,
    };

    public void Clear()
    {
        _price = kind == SourceKind.X ? _price % 10 : 0;
        _posts.Clear();
        _gone.Clear();
        _goneNames.Clear();
        _edited.Clear();
        Written.Clear();
        (Cursor, Messages, IsUrgent, Notice, _read, _broken) = (null, 0, false, null, 0, 0);
    }
}
