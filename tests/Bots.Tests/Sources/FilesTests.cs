using System.IO.Compression;
using System.Text;
using Beffroi.Bots.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.Tests.Sources;

public sealed class FilesTests : IDisposable
{
    const string Header = "id,author_id,created_at,text\n";

    readonly string _inbox = Directory.CreateTempSubdirectory("beffroi-inbox-").FullName;

    public FilesTests() => Directory.CreateDirectory(Path.Combine(_inbox, "depot"));

    SourcesSetup Setup => new() { Inbox = _inbox };

    static SourceSettings Settings => new() { Folder = "depot" };

    [Fact]
    public async Task Files_dropped_in_the_folder_are_read_whatever_their_form_then_put_away_with_a_report()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        Drop("a.csv", Header + "1,x,2026-11-20T10:00:00Z,un secret\n2,x,2026-11-20T10:00:00Z,rien\n");
        Drop("b.jsonl", Archives.Post(1, "secret") + "\n{broken\n");
        await using (var gzip = new GZipStream(File.Create(Path.Combine(_inbox, "depot", "c.csv.gz")), CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Header + "3,y,2026-11-20T10:00:00Z,secret\n"));
        }

        Drop("d.bin", "rien qui se lise");
        var source = await land.Source(SourceKind.Inbox, Settings);

        var end = await Run(land, source);

        Assert.Equal(SourceState.Running, end.State);
        Assert.Equal(["1", "at://did:plc:someone/app.bsky.feed.post/k1", "3"], land.Posts.Select(p => p.NativeId));
        Assert.Equal(["a.csv", "a.csv.report.txt", "b.jsonl", "b.jsonl.report.txt", "c.csv.gz", "c.csv.gz.report.txt"], Names("done"));
        Assert.Equal(["d.bin", "d.bin.report.txt"], Names("failed"));
        Assert.Empty(Names("."));
        Assert.Equal("BadFile:d.bin", land.Row(source).LastError);
        Assert.Equal((4L, "" as string), (land.Row(source).Read, land.Row(source).Cursor));
    }

    [Fact]
    public async Task A_file_that_was_begun_goes_on_where_it_was_and_another_of_its_name_begins_anew()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        Drop("a.csv", Header + string.Concat(Enumerable.Range(1, 10).Select(n => $"{n},x,2026-11-20T10:00:00Z,secret\n")));
        var file = new FileInfo(Path.Combine(_inbox, "depot", "a.csv"));
        // Six lines were kept, header included.
        var source = await land.Source(SourceKind.Inbox, Settings, cursor: $"6 {file.Length} {file.LastWriteTimeUtc.Ticks} a.csv");

        await Run(land, source);
        Assert.Equal(["6", "7", "8", "9", "10"], land.Posts.Select(p => p.NativeId));

        Drop("a.csv", Header + "11,x,2026-11-20T10:00:00Z,secret\n");
        await Run(land, source);

        Assert.Equal("11", land.Posts[^1].NativeId);
        Assert.Equal(4, Names("done").Count);
    }

    [Fact]
    public async Task No_link_is_followed_and_nothing_outside_the_folder_is_read()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        var outside = Path.Combine(_inbox, "outside.csv");
        File.WriteAllText(outside, Header + "1,x,2026-11-20T10:00:00Z,secret\n");
        File.CreateSymbolicLink(Path.Combine(_inbox, "depot", "link.csv"), outside);
        Directory.CreateSymbolicLink(Path.Combine(_inbox, "elsewhere"), Path.GetTempPath());

        await Run(land, await land.Source(SourceKind.Inbox, Settings));
        var linked = await Run(land, await land.Source(SourceKind.Inbox, new() { Folder = "elsewhere" }));
        var above = await Run(land, await land.Source(SourceKind.Inbox, new() { Folder = ".." }));

        Assert.Empty(land.Posts);
        Assert.Equal((SourceError.NoInbox, SourceError.NoInbox), (linked.Trouble!.Error, above.Trouble!.Error));
        Assert.True(File.Exists(outside));
    }

    [Fact]
    public async Task An_upload_is_read_whole_then_its_bytes_go()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        var source = await land.Source(SourceKind.Upload, new() { File = "a.csv" });
        await Keep(land, source, Header + string.Concat(Enumerable.Range(1, 1200).Select(n => $"{n},auteur{n % 50},2026-11-20T10:00:00Z,bonjour {n}\n")));

        var end = await land.Run(source, Setup);

        Assert.Equal(SourceState.Done, end.State);
        Assert.Equal(1200, land.Posts.Count);
        Assert.Equal((1200L, SourceState.Done), (land.Row(source).Kept, land.Row(source).State));
        Assert.Equal(0, land.Site.ReadBots(db => db.Uploads.Count()));
        Assert.All(land.Site.ReadBots(db => db.Matches.ToList()), m => Assert.Null(m.TermId));
    }

    [Fact]
    public async Task An_upload_that_is_too_large_leaves_nothing()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        var source = await land.Source(SourceKind.Upload, new());
        await using var scope = land.Site.Scope();
        scope.ServiceProvider.GetRequiredService<Kit.Actor>().Act = "test.preparer";

        await Assert.ThrowsAsync<UploadTooLargeException>(() => scope.ServiceProvider.GetRequiredService<Uploads>().Keep(source, new Endless(Uploads.MostBytes + 1), Land.Ct));

        Assert.Equal(0, land.Site.ReadBots(db => db.Uploads.Count()));
    }

    [Fact]
    public async Task A_file_of_no_known_form_fails_with_its_reason()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        var source = await land.Source(SourceKind.Upload, new());
        await Keep(land, source, "ceci n’est rien");

        var end = await land.Run(source, Setup);

        Assert.Equal((SourceState.Failed, SourceError.BadFile), (end.State, end.Trouble!.Error));
    }

    public void Dispose() => Directory.Delete(_inbox, recursive: true);

    static async Task Keep(Land land, Guid source, string text)
    {
        await using var scope = land.Site.Scope();
        scope.ServiceProvider.GetRequiredService<Kit.Actor>().Act = "test.preparer";
        await scope.ServiceProvider.GetRequiredService<Uploads>().Keep(source, new MemoryStream(Encoding.UTF8.GetBytes(text)), Land.Ct);
    }

    // Files are looked at twice, two seconds apart: the clock of the test moves on meanwhile.
    async Task<RunEnd> Run(Land land, Guid source)
    {
        var run = land.Run(source, Setup);
        while (!run.IsCompleted)
        {
            land.Site.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(run, Task.Delay(20, Land.Ct));
        }

        return await run;
    }

    void Drop(string name, string text) => File.WriteAllText(Path.Combine(_inbox, "depot", name), text);

    List<string> Names(string folder) => Directory.Exists(Path.Combine(_inbox, "depot", folder)) ? [.. Directory.GetFiles(Path.Combine(_inbox, "depot", folder)).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)] : [];

    sealed class Endless(long length) : Stream
    {
        long _left = length;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, _left);
            _left -= read;
            return read;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
