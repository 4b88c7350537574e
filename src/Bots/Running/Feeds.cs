using System.Runtime.CompilerServices;
using Beffroi.Bots.Networks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.Running;

/// <summary>Opens what a source reads.</summary>
public sealed class Feeds(IServiceScopeFactory scopes, SourcesSetup setup, TimeProvider clock)
{
    public async IAsyncEnumerable<Arrival> Open(Standing standing, [EnumeratorCancellation] CancellationToken ct)
    {
        var (source, settings) = (standing.Source, SourceSettings.Of(standing.Source));
        if (setup.Lacks(source.Kind, settings) is { } lack)
        {
            throw new SourceTroubleException(lack);
        }

        var matching = new Matching(new(await Terms(standing, ct)), await Recent(standing, ct));
        var arrivals = source.Kind switch
        {
            SourceKind.Jetstream => new Jetstream(setup, clock, settings, matching).Read(source.Cursor, ct),
            SourceKind.Mastodon => new MastodonStream(setup, clock, settings, matching).Read(source.Cursor, ct),
            SourceKind.X => new XFeed(setup, clock, settings, source.Id, matching).Read(source.Cursor, source.CursorAt, ct),
            SourceKind.Inbox => new InboxFolder(setup, clock, settings, settings.Everything == true ? null : matching).Read(source.Cursor, ct),
            SourceKind.Upload => Upload(source, settings, settings.Everything == false ? matching : null, ct),
        };
        await foreach (var arrival in arrivals)
        {
            yield return arrival;
        }
    }

    // Bluesky names accounts by their DID in its stream: handles of terms are looked up first.
    async Task<IEnumerable<WatchTerm>> Terms(Standing standing, CancellationToken ct)
    {
        if (standing.Source.Kind != SourceKind.Jetstream || !standing.Terms.Any(IsHandle))
        {
            return standing.Terms;
        }

        using var bluesky = new BlueskyPeople(setup, clock);
        var found = await bluesky.Identifiers([.. standing.Terms.Where(IsHandle).Select(t => t.Key)], ct);
        return standing.Terms.Select(t => IsHandle(t) && found.GetValueOrDefault(t.Key) is { } did
            ? new WatchTerm { Id = t.Id, WatchId = t.WatchId, Kind = t.Kind, Value = t.Value, Key = TermKey.Of(TermKind.Account, did)!, AddedAt = t.AddedAt, AddedBy = t.AddedBy } : t);
    }

    static bool IsHandle(WatchTerm term) => term.Kind == TermKind.Account && !term.Key.StartsWith("did:", StringComparison.Ordinal);

    async Task<RecentPosts> Recent(Standing standing, CancellationToken ct)
    {
        var recent = new RecentPosts();
        if (standing.Source.Kind is not (SourceKind.Jetstream or SourceKind.Mastodon or SourceKind.X))
        {
            return recent;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotsDb>();
        var last = await db.Matches.AsNoTracking().Where(m => m.WatchId == standing.Watch.Id && m.TermId != null)
            .Join(db.Posts, m => m.Seq, p => p.Seq, (m, p) => new { p.Seq, p.NativeId, m.TermId })
            .OrderByDescending(p => p.Seq).Take(RecentPosts.Most).ToListAsync(ct);
        foreach (var post in Enumerable.Reverse(last))
        {
            recent.Add(post.NativeId, post.TermId!.Value);
        }

        return recent;
    }

    async IAsyncEnumerable<Arrival> Upload(Source source, SourceSettings settings, Matching? matching, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var uploads = scope.ServiceProvider.GetRequiredService<Uploads>();
        await using var file = await uploads.Fetch(source.Id, ct) ?? throw new SourceTroubleException(SourceError.BadFile);
        // Read twice, for its authors and for its posts: its reader leaves it open.
        var posts = new FilePosts(() => { file.Position = 0; return new Unclosed(file); }, settings.Network, clock.GetUtcNow());
        foreach (var arrival in posts.Read(FilePosts.LineOf(source.Cursor), matching))
        {
            ct.ThrowIfCancellationRequested();
            yield return arrival;
        }
    }

    sealed class Unclosed(Stream inner) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);
        public override int Read(Span<byte> buffer) => inner.Read(buffer);
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
