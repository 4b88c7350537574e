using Beffroi.Detection;

namespace Beffroi.Bots.Networks;

/// <summary>A folder where files are dropped. A file is taken once its size is still, read, then moved to <c>done</c> or <c>failed</c> with a report beside. No link is followed, and nothing outside the folder is touched.</summary>
sealed class InboxFolder(SourcesSetup setup, TimeProvider clock, SourceSettings settings, Matching? matching)
{
    const int MostFiles = 10_000;

    /// <summary>A file that did not grow for so long is whole.</summary>
    static readonly TimeSpan Still = TimeSpan.FromSeconds(2);

    readonly Dictionary<string, long> _sizes = new(StringComparer.Ordinal);

    /// <summary>The files that are whole, one after the other; ends when none is left.</summary>
    public async IAsyncEnumerable<Arrival> Read(string? from, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var folder = Folder();
        var (begun, line) = Place(from);
        while (await NextWhole(folder, begun, ct) is { } file)
        {
            var identity = Identity(file);
            var posts = new FilePosts(() => Open(file), settings.Network, clock.GetUtcNow());
            var after = string.Equals(identity, begun, StringComparison.Ordinal) ? line : 0;
            var failed = default(SourceTroubleException);
            using (var steps = posts.Read(after, matching).GetEnumerator())
            {
                while (Next(steps, ref failed))
                {
                    ct.ThrowIfCancellationRequested();
                    yield return steps.Current with { Cursor = $"{steps.Current.Cursor} {identity}" };
                }
            }

            // Moved once all of it is kept: killed before, it is found again and nothing of it is read twice.
            var moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            yield return new()
            {
                Notice = failed is null ? null : SourceError.BadFile, NoticeDetail = failed is null ? null : file.Name,
                Written = () =>
                {
                    Move(folder, file, posts.Tally, failed);
                    moved.TrySetResult();
                },
            };
            await moved.Task.WaitAsync(ct);
            yield return new() { Cursor = "" };
        }
    }

    string Folder()
    {
        if (setup.Inbox is not { Length: > 0 } inbox || settings.Folder is not { } name || !SourceSettings.FolderName().IsMatch(name))
        {
            throw new SourceTroubleException(SourceError.NoInbox);
        }

        var folder = new DirectoryInfo(Path.Combine(Path.GetFullPath(inbox), name));
        return folder.Exists && folder.LinkTarget is null ? folder.FullName : throw new SourceTroubleException(SourceError.NoInbox);
    }

    // The one that was begun, then by name.
    async Task<FileInfo?> NextWhole(string folder, string? begun, CancellationToken ct)
    {
        while (true)
        {
            var files = Files(folder).OrderBy(f => !string.Equals(Identity(f), begun, StringComparison.Ordinal)).ThenBy(f => f.Name, StringComparer.Ordinal).ToList();
            if (files.Find(f => _sizes.TryGetValue(f.FullName, out var size) && size == f.Length) is { } whole)
            {
                return whole;
            }

            _sizes.Clear();
            foreach (var file in files)
            {
                _sizes[file.FullName] = file.Length;
            }

            if (files.Count == 0)
            {
                return null;
            }

            await Task.Delay(Still, clock, ct);
        }
    }

    static IEnumerable<FileInfo> Files(string folder) => new DirectoryInfo(folder)
        .EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = false, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System, IgnoreInaccessible = true })
        .Where(f => f.LinkTarget is null).Take(MostFiles);

    // Between the look and the opening somebody may have put a link there: what is opened is looked at again.
    static FileStream Open(FileInfo file) =>
        new FileInfo(file.FullName) is { Exists: true, LinkTarget: null } now && !now.Attributes.HasFlag(FileAttributes.ReparsePoint)
            ? new FileStream(now.FullName, FileMode.Open, FileAccess.Read, FileShare.Read)
            : throw new SourceTroubleException(SourceError.BadFile, file.Name);

    static bool Next(IEnumerator<Arrival> steps, ref SourceTroubleException? failed)
    {
        try
        {
            return steps.MoveNext();
        }
        catch (SourceTroubleException trouble)
        {
            failed = trouble;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            failed = new(SourceError.BadFile, null, wrong);
        }

        return false;
    }

    void Move(string folder, FileInfo file, ReadingTally tally, SourceTroubleException? failed)
    {
        var into = Directory.CreateDirectory(Path.Combine(folder, failed is null && tally.Fatal is null ? "done" : "failed"));
        if (into.LinkTarget is not null)
        {
            throw new SourceTroubleException(SourceError.BadFile, into.Name);
        }

        // The same name may come twice.
        var name = File.Exists(Path.Combine(into.FullName, file.Name)) ? $"{clock.GetUtcNow():yyyyMMddHHmmssfffffff}-{file.Name}" : file.Name;
        File.Move(file.FullName, Path.Combine(into.FullName, name));
        _sizes.Remove(file.FullName);
        IEnumerable<string> report =
        [
            $"{clock.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'}", $"posts: {tally.Values}", $"errors: {tally.Errors}", .. tally.Counts.Select(c => $"{c.Key}: {c.Value}"),
            .. tally.Problems.Select(p => p.Sentence(Tongue.English)),
        ];
        File.WriteAllLines(Path.Combine(into.FullName, name + ".report.txt"), report);
    }

    // Another file of the same name is not the one that was begun.
    static string Identity(FileInfo file) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks} {file.Name}");

    static (string? File, long Line) Place(string? cursor) =>
        cursor?.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? (cursor[(space + 1)..], FilePosts.LineOf(cursor[..space])) : (null, 0);
}
