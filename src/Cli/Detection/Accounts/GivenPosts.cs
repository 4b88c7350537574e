using Beffroi.Detection;

namespace Beffroi.Cli.Detection.Accounts;

/// <summary>The posts of accounts, by the identifier or the name that the file of posts gives them.</summary>
sealed class GivenPosts
{
    readonly Dictionary<string, List<Post>> _posts = new(StringComparer.Ordinal);

    public static GivenPosts? Read(string? path, AccountFile accounts, Terminal terminal, CancellationToken ct)
    {
        if (path is null)
        {
            return null;
        }

        var given = new GivenPosts();
        using var stream = AccountFileOptions.OpenFile(path, terminal);
        var (tally, progress) = (new ReadingTally(), new FileProgress(terminal, stream, "messages"));
        foreach (var step in tally.Through(PostReader.Read(stream, accounts.Options)))
        {
            ct.ThrowIfCancellationRequested();
            if (step.Value is { } post)
            {
                progress.Step();
                if (!given._posts.TryGetValue(post.AccountId, out var posts))
                {
                    given._posts[post.AccountId] = posts = [];
                }

                posts.Add(post);
            }
        }

        progress.End();
        AccountFile.Say(path, tally, accounts.Tongue, terminal);
        return given;
    }

    public List<Post>? Of(Account account) =>
        _posts.GetValueOrDefault(account.Id) ?? (account.Handle is { } handle ? _posts.GetValueOrDefault(handle) : null);
}
