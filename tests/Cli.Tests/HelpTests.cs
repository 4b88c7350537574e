using System.CommandLine;

namespace Beffroi.Cli.Tests;

public sealed class HelpTests : IDisposable
{
    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    public static TheoryData<string> Commands()
    {
        using var nowhere = new MemoryStream();
        var terminal = new Terminal { Input = nowhere, Output = TextWriter.Null, Error = TextWriter.Null, Variable = _ => null, Clock = TimeProvider.System };
        return [.. Paths(CommandLine.Root(terminal), "")];
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_has_its_help_in_French(string path)
    {
        string[] words = path.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var answer = await _typed.Run([.. words, "--help"]);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        Assert.Contains($"Utilisation : {string.Join(' ', words.Prepend("beffroi"))}", answer.Output, StringComparison.Ordinal);
        Assert.Contains("Affiche cette aide.", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Usage", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("default", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("  \n", answer.Output, StringComparison.Ordinal);
        Assert.Equal(answer.Output, (await _typed.Run([.. words, "-h"])).Output);
    }

    [Fact]
    public void The_commands_are_those_promised() =>
        Assert.Equal(["", "serve", "db", "db migrate", "db seed", "db journal", "db requests", "db close", "encyclopedia", "encyclopedia import", "encyclopedia import own", "encyclopedia import disarm", "encyclopedia import corpus", "encyclopedia import history", "encyclopedia export", "eva", "eva bank", "eva bank check", "eva bank export", "eva calibrate", "eva orientation", "eva orientation import", "eva rescore", "eva score", "eva simulate", "psychometrics",
            "psychometrics calibrate", "psychometrics reliability", "psychometrics dif", "psychometrics score", "psychometrics simulate", "psychometrics norms", "psychometrics link", "psychometrics classify", "psychometrics study",
            "accounts", "accounts score", "accounts dormant", "accounts features", "accounts train", "accounts evaluate", "accounts compare",
            "coordination", "coordination detect", "coordination sql", "crowd", "crowd aggregate", "crowd agreement", "crowd stop", "ads", "ads import", "ads compare", "ads groups", "bots", "bots replay", "bots import", "bots forget", "case", "case verify", "chat", "chat export", "incubator", "incubator export", "incubator import", "incubator card", "incubator card export", "incubator card import", "incubator check", "incubator evidence"], Commands().Select(c => c.Data));

    [Fact]
    public async Task The_version_is_printed()
    {
        var answer = await _typed.Run(["--version"]);
        Assert.Equal(0, answer.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", answer.Output);
    }

    [Theory]
    [InlineData("")]
    [InlineData("encyclopedia")]
    [InlineData("encyclopedia import")]
    [InlineData("encyclopedia import disarm")]
    [InlineData("encyclopedia export")]
    [InlineData("eva")]
    [InlineData("eva score")]
    [InlineData("eva score a.json b.json")]
    [InlineData("eva score a.json --engine vite")]
    [InlineData("eva rescore --fast")]
    [InlineData("psychometrics")]
    [InlineData("psychometrics calibrate")]
    [InlineData("psychometrics calibrate a.csv")]
    [InlineData("psychometrics calibrate a.csv --model 5pl")]
    [InlineData("psychometrics calibrate a.csv --quadrature 10")]
    [InlineData("psychometrics calibrate a.csv --tolerance 1")]
    [InlineData("psychometrics calibrate a.csv --prior-b 0")]
    [InlineData("psychometrics calibrate a.csv --prior-b 0,0")]
    [InlineData("psychometrics calibrate a.csv --c 0.2")]
    [InlineData("psychometrics calibrate a.csv --model rasch --prior-log-a 0,1")]
    [InlineData("psychometrics calibrate a.csv --scale spread")]
    [InlineData("psychometrics calibrate a.csv --reference x")]
    [InlineData("psychometrics reliability")]
    [InlineData("psychometrics reliability a.csv")]
    [InlineData("psychometrics dif a.csv")]
    [InlineData("psychometrics dif a.csv --group g")]
    [InlineData("psychometrics dif a.csv --group g --focal 1")]
    [InlineData("psychometrics dif a.csv --group g --focal 1 --method vite")]
    [InlineData("psychometrics simulate")]
    [InlineData("psychometrics simulate --bank b.csv --persons 0")]
    [InlineData("psychometrics simulate --bank b.csv --persons 10 --responses a.csv")]
    [InlineData("psychometrics simulate --bank b.csv --theta a.csv")]
    [InlineData("psychometrics norms a.csv")]
    [InlineData("psychometrics norms a.csv --value theta")]
    [InlineData("psychometrics link a.csv")]
    [InlineData("psychometrics link a.csv b.csv")]
    [InlineData("psychometrics classify")]
    [InlineData("coordination")]
    [InlineData("coordination detect")]
    [InlineData("coordination detect nowhere.csv")]
    [InlineData("coordination detect a.csv --mode autre")]
    [InlineData("coordination detect a.csv --window 3x")]
    [InlineData("coordination detect a.csv --on humeur")]
    [InlineData("coordination detect a.csv --mode=+1")]
    [InlineData("coordination detect a.csv --mode=-1")]
    [InlineData("coordination detect a.csv --mode=beffroi,qut")]
    [InlineData("coordination sql --dialect mssql")]
    [InlineData("coordination sql --dialect=-1")]
    [InlineData("coordination sql --dialect=+1")]
    [InlineData("psychometrics classify --bank b.csv")]
    [InlineData("psychometrics classify --bank b.csv --cuts 1 0")]
    [InlineData("psychometrics classify --bank b.csv --cuts x")]
    [InlineData("psychometrics score")]
    [InlineData("psychometrics score a.csv")]
    [InlineData("psychometrics score a.csv --bank")]
    [InlineData("psychometrics score a.csv --bank b.csv")]
    [InlineData("psychometrics score a.csv --bank b.csv --method vite")]
    [InlineData("psychometrics score a.csv --bank b.csv --prior-sd 0")]
    [InlineData("psychometrics score a.csv --bank b.csv --prior-mean NaN")]
    [InlineData("psychometrics score a.csv --bank b.csv --ignore")]
    [InlineData("accounts")]
    [InlineData("accounts score")]
    [InlineData("accounts score nulle-part.jsonl")]
    [InlineData("accounts score a.jsonl --prior 1")]
    [InlineData("accounts score a.jsonl --reasons -1")]
    [InlineData("accounts score a.jsonl --max-errors 2")]
    [InlineData("accounts score a.jsonl --observed hier")]
    [InlineData("accounts dormant a.jsonl --max-posts x")]
    [InlineData("accounts dormant a.jsonl --created-from 1/2/2019")]
    [InlineData("accounts features")]
    [InlineData("crowd")]
    [InlineData("crowd aggregate")]
    [InlineData("crowd aggregate nulle-part.csv")]
    [InlineData("crowd aggregate a.csv --method vite")]
    [InlineData("crowd agreement")]
    [InlineData("crowd stop a.csv --certainty 2")]
    [InlineData("case")]
    [InlineData("case verify")]
    [InlineData("case verify nulle-part.zip")]
    [InlineData("case verify a.zip --head 12")]
    [InlineData("db drop")]
    [InlineData("serve --port")]
    [InlineData("serve --port abc")]
    [InlineData("serve --port 0")]
    [InlineData("serve --port 65536")]
    [InlineData("serve --port -1")]
    [InlineData("serve --environment Test")]
    public async Task A_mistake_of_typing_is_said_in_one_line_and_exits_2(string words)
    {
        var answer = await _typed.Run(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.StartsWith("beffroi : ", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    static IEnumerable<string> Paths(Command command, string path) =>
        command.Subcommands.SelectMany(c => Paths(c, $"{path} {c.Name}".Trim())).Prepend(path);
}
