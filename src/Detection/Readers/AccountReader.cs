namespace Beffroi.Detection;

/// <summary>Reads accounts from the files that networks, their interfaces and research give, told apart by their content: Twitter v1.1 (accounts, or posts with
/// their authors), X API v2 (objects, pages, lists), Bluesky profiles, Mastodon accounts (alone or within statuses), tables with a header. Compressed by gzip or not,
/// JSON by line, by document or by list of any size. Memory is bounded by <see cref="ReadingOptions.MaxLineBytes"/>.</summary>
public static class AccountReader
{
    /// <summary>Accounts and problems, in the order of the file, read as they are asked for.</summary>
    /// <param name="stream">The file; not closed, read from where it is.</param>
    /// <param name="options">How; by default as <see cref="ReadingOptions"/> says.</param>
    /// <returns>Never throws on what the file holds: what is wrong is a step with a <see cref="ReadingProblem"/>. An error of the stream itself goes through.</returns>
    public static IEnumerable<Reading<AccountRecord>> Read(Stream stream, ReadingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Guarded.Steps(stream, options ?? new(), Steps);
    }

    static IEnumerable<Reading<AccountRecord>> Steps(SourceFile file, ReadingOptions options, Guarded.Position position)
    {
        if (file.IsJson)
        {
            var objects = new AccountObjects(options);
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

        var table = new AccountTable(file.Bytes, options);
        if (!table.IsOfAccounts)
        {
            throw new ReadingStop(ReadingCode.UnknownFormat);
        }

        var draft = new AccountDraft(options);
        while (table.Next())
        {
            position.Line = table.Line;
            if (table.Wrong is { } code)
            {
                yield return new(table.Line, null, new(table.Line, code));
                continue;
            }

            table.Read(draft);
            var record = draft.ToRecord();
            foreach (var note in draft.Notes)
            {
                yield return new(table.Line, null, note);
            }

            yield return new(table.Line, record, null);
        }
    }
}
