using System.Collections.Concurrent;
using Beffroi.Chat.Live;
using Microsoft.AspNetCore.SignalR.Client;

namespace Beffroi.Chat.Tests.Live;

/// <summary>What a page does with the live line, written again from docs/chat-live.md: keeps messages by their place, and asks for what it missed.</summary>
sealed class Listener : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly HubConnection _line;
    readonly Guid _room;
    readonly Lock _gate = new();
    readonly SortedDictionary<long, Guid> _kept = [];
    readonly System.Threading.Channels.Channel<bool> _news = System.Threading.Channels.Channel.CreateUnbounded<bool>();
    readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    long _common;
    long _from = long.MaxValue;

    public Listener(HubConnection line, Guid room, long after = 0)
    {
        (_line, _room, _common) = (line, room, after);
        line.On<Posted>(Posted.Name, Hear);
        line.On<Missed>(Missed.Name, news => Hear(news, () => _from = Math.Min(_from, news.Place - 1)));
        line.On<Changed>(Changed.Name, news => Hear(news, () => { }));
        line.On<Typing>(Typing.Name, news => Hear(news, () => { }));
        line.On<Present>(Present.Name, news => Hear(news, () => { }));
        line.Closed += _ =>
        {
            _closed.TrySetResult();
            return Task.CompletedTask;
        };
    }

    public HubConnection Line => _line;

    /// <summary>Everything that came, as it came.</summary>
    public ConcurrentQueue<ILiveNews> Heard { get; } = new();

    public Task Closed => _closed.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

    /// <summary>Ids of the messages that the page shows, in order.</summary>
    public IReadOnlyList<Guid> Shown
    {
        get
        {
            lock (_gate)
            {
                return [.. _kept.Values];
            }
        }
    }

    public async Task Open()
    {
        await _line.StartAsync(TestContext.Current.CancellationToken);
        await _line.InvokeAsync(nameof(LiveHub.Enter), _room, TestContext.Current.CancellationToken);
    }

    public Task<PostAnswer> Post(string text, Guid? id = null, Guid? thread = null, ComposerForm? form = null) =>
        _line.InvokeAsync<PostAnswer>(nameof(LiveHub.Post), _room, thread, (form ?? new()) with { Id = (id ?? Guid.NewGuid()).ToString(), Text = text }, TestContext.Current.CancellationToken);

    /// <summary>Pages of messages after a place, until there is no more.</summary>
    public async Task<IReadOnlyList<WrittenMessage>> CatchUp(long after)
    {
        var all = new List<WrittenMessage>();
        for (var more = true; more;)
        {
            var page = await _line.InvokeAsync<CaughtUp>(nameof(LiveHub.CatchUp), _room, all.Count == 0 ? after : all[^1].Place, TestContext.Current.CancellationToken);
            all.AddRange(page.Messages);
            more = page.More;
        }

        return all;
    }

    /// <summary>Waits, asking for what it was told that it missed, until the page shows this.</summary>
    public async Task Until(Func<IReadOnlyList<Guid>, bool> shown)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            if (Interlocked.Exchange(ref _from, long.MaxValue) is var from and < long.MaxValue)
            {
                foreach (var message in await CatchUp(from))
                {
                    Keep(message.Place, message.Id);
                }
            }

            if (shown(Shown))
            {
                return;
            }

            await _news.Reader.ReadAsync(patience.Token);
        }
    }

    /// <summary>Waits until something was heard.</summary>
    public async Task Hears(Func<ILiveNews, bool> news)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (!Heard.Any(news))
        {
            await _news.Reader.ReadAsync(patience.Token);
        }
    }

    public ValueTask DisposeAsync() => _line.DisposeAsync();

    void Hear(Posted news) => Hear(news, () =>
    {
        lock (_gate)
        {
            if (news.Html is null || (news.Before > _common && _common > 0))
            {
                _from = Math.Min(_from, Math.Min(_common, news.Place - 1));
            }

            if (news.Html is not null)
            {
                Keep(news.Place, news.Id);
            }

            _common = Math.Max(_common, news.Place);
        }
    });

    void Hear(ILiveNews news, Action keep)
    {
        Heard.Enqueue(news);
        keep();
        _news.Writer.TryWrite(true);
    }

    void Keep(long place, Guid id)
    {
        lock (_gate)
        {
            _kept[place] = id;
        }
    }
}
