namespace Beffroi.Detection;

/// <summary>Reads posts from the files that networks, their interfaces and research give, told apart by their content: Twitter v1.1 (whole texts of long posts
/// included), X API v2 (objects and pages), Mastodon statuses, Bluesky posts and its Jetstream (both versions), tables with a header. Compressed by gzip or not.
/// Memory is bounded by <see cref="ReadingOptions.MaxLineBytes"/>.</summary>
public static class PostReader
{
    /// <summary>Posts and problems, in the order of the file, read as they are asked for.</summary>
    /// <param name="stream">The file; not closed, read from where it is.</param>
    /// <param name="options">How; by default as <see cref="ReadingOptions"/> says.</param>
    /// <returns>Never throws on what the file holds: what is wrong is a step with a <see cref="ReadingProblem"/>. An error of the stream itself goes through.
    /// A table without a column of identifiers gives posts whose <see cref="Post.Id"/> is empty.</returns>
    public static IEnumerable<Reading<Post>> Read(Stream stream, ReadingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Guarded.Steps(stream, options ?? new(), Steps);
    }

    static IEnumerable<Reading<Post>> Steps(SourceFile file, ReadingOptions options, Guarded.Position position)
    {
        if (file.IsJson)
        {
            var objects = new PostObjects(options);
            var records = new JsonRecords(file.Bytes);
            while (records.Next())
            {
                position.Line = records.Line;
                if (records.Wrong is { } code)
                {
                    yield return new(records.Line, null, new(records.Line, code));
                    continue;
                }

                objects.Read(records.Current, records.Line);
                foreach (var step in objects.Steps)
                {
                    yield return step;
                }
            }

            yield break;
        }

        var table = new PostTable(file.Bytes, options);
        if (!table.IsOfPosts)
        {
            throw new ReadingStop(ReadingCode.UnknownFormat);
        }

        var draft = new PostDraft(options);
        while (table.Next())
        {
            position.Line = table.Line;
            if (table.Wrong is { } code)
            {
                yield return new(table.Line, null, new(table.Line, code));
                continue;
            }

            table.Read(draft);
            var post = draft.ToPost(mustBe: true);
            foreach (var note in draft.Notes)
            {
                yield return new(table.Line, null, note);
            }

            if (post is not null)
            {
                yield return new(table.Line, post, null);
            }
        }
    }
}
