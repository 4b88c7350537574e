using System.CommandLine;
using System.Text.Json;
using Beffroi.Cli.Psychometrics;
using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Cli.Detection.Accounts;

static class DormantCommand
{
    public static Command Make(Terminal terminal)
    {
        var files = new AccountFileOptions();
        var from = new Option<DateTimeOffset?>("--created-from")
        {
            Description = "Ne garde que les comptes créés ce jour ou après (AAAA-MM-JJ) ; sans elle, de tout âge. La règle d’origine : 2019-02-01.",
            HelpName = "JOUR",
            CustomParser = typed => AccountFileOptions.ReadDay(typed, "--created-from"),
        };
        var posts = NumberOption.MakeWhole("--max-posts", "Messages publiés, au plus.", 15, 0, int.MaxValue);
        var ratio = NumberOption.Make("--min-ratio", "Comptes suivis pour chaque abonné, au moins.", 3, 0, 1e9);
        var json = JsonOption.Make();
        var command = new Command("dormant", "Applique la règle du compte dormant : jeune, presque muet, qui suit bien plus qu’il n’est suivi. Ce qui manque laisse indécis.");
        files.AddTo(command);
        command.Add(from);
        command.Add(posts);
        command.Add(ratio);
        command.Add(json);
        command.SetAction(async (parsed, ct) =>
        {
            var rule = new DormantRule { CreatedFrom = parsed.GetValue(from), MostPosts = parsed.GetValue(posts), LeastRatio = parsed.GetValue(ratio) };
            using var file = files.Open(parsed, terminal, ct);
            var counts = new int[3];
            foreach (var step in file.Records())
            {
                var account = step.Value!.Account;
                var verdict = rule.Judge(account);
                counts[(int)verdict]++;
                if (parsed.GetValue(json))
                {
                    await terminal.Output.WriteLineAsync(Json(step.Line, account, verdict));
                }
                else if (verdict is DormantVerdict.Dormant)
                {
                    await terminal.Output.WriteLineAsync(AccountScoring.Harmless(account.Handle is { } handle ? $"@{handle} {account.Id}" : account.Id));
                }
            }

            file.Close();
            if (!parsed.GetValue(json))
            {
                await terminal.Output.WriteLineAsync($"{French.Count(counts[(int)DormantVerdict.Dormant], "compte dormant", "comptes dormants")}, {French.Count(counts[(int)DormantVerdict.NotDormant], "autre", "autres")}, {French.Count(counts[(int)DormantVerdict.Undecided], "indécis", "indécis")}. {ScoreExplanation.Caution(Tongue.French)}");
            }
        });
        return command;
    }

    static string Json(long line, Account account, DormantVerdict verdict) => JsonSerializer.Serialize(new { line, id = account.Id, handle = account.Handle, verdict = Name(verdict) });

    static string Name(DormantVerdict verdict) => verdict switch
    {
        DormantVerdict.NotDormant => "no",
        DormantVerdict.Dormant => "dormant",
        DormantVerdict.Undecided => "undecided",
    };
}
