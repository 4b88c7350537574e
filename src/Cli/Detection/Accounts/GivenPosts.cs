using Beffroi.Cli.Psychometrics;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Cli.Detection.Accounts;

/// <summary>The posts given beside accounts, and how many of them found their account.</summary>
sealed class GivenPosts(string path)
{
    readonly AccountMatcher _matcher = new();
    int _with;
    int _without;

    public static GivenPosts? Read(string? path, AccountFile accounts, Terminal terminal, CancellationToken ct)
    {
        if (path is null)
        {
            return null;
        }

        var given = new GivenPosts(path);
        using var stream = AccountFileOptions.OpenFile(path, terminal);
        var (tally, progress) = (new ReadingTally(accounts.MaxErrors), new FileProgress(terminal, stream, "messages"));
        foreach (var step in tally.Through(PostReader.Read(stream, accounts.Options)))
        {
            ct.ThrowIfCancellationRequested();
            if (step.Value is { } post)
            {
                progress.Step();
                given._matcher.Add(post);
            }
        }

        progress.End();
        AccountFile.Say(path, tally, accounts.Tongue, terminal);
        return given;
    }

    public List<Post>? Of(Account account)
    {
        var posts = _matcher.Of(account);
        Interlocked.Increment(ref posts is null ? ref _without : ref _with);
        return posts;
    }

    /// <summary>Says what matched, once every account was asked for.</summary>
    public void Say(Terminal terminal) => Note.Write(terminal, _with == 0
        ? $"{Quoted.Path(path)} : aucun message n’est d’un compte du fichier : les scores ne regardent que les profils"
        : $"{Quoted.Path(path)} : {French.Count(_with, "compte a", "comptes ont")} des messages, {French.Number(_without, 0)} n’en {(_without < 2 ? "a" : "ont")} pas ; {French.Number(_matcher.Matched, 0)} {(_matcher.Matched < 2 ? "message" : "messages")} d’un compte du fichier, {French.Number(_matcher.Unmatched, 0)} d’aucun");
}
