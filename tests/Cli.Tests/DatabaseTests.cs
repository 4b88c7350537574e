using System.Text.Json.Nodes;
using Beffroi.Cli.World;
using Microsoft.Data.Sqlite;

namespace Beffroi.Cli.Tests;

public sealed class DatabaseTests : IDisposable
{
    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    [Fact]
    public async Task Migrating_creates_the_base_then_has_nothing_to_do()
    {
        Assert.StartsWith("Base à jour (", (await _typed.OnData("db migrate")).Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_typed.Data, "beffroi.db")));
        Assert.Equal("""{"migrations":0}""", (await _typed.OnData("db migrate --json")).Output.Trim());
    }

    [Fact]
    public async Task The_named_world_is_planted_once()
    {
        await _typed.OnData("db migrate");
        Assert.Equal((0, "Monde de démonstration planté.\n", ""), Parts(await _typed.OnData("db seed")));
        var before = Count("accounts_people", "eva_campaigns", "eva_evaluations", "eva_events", "eva_results", "eva_audit");
        Assert.Equal((0, "Monde de démonstration déjà là : rien à faire.\n", ""), Parts(await _typed.OnData("db seed")));
        Assert.Equal(before, Count("accounts_people", "eva_campaigns", "eva_evaluations", "eva_events", "eva_results", "eva_audit"));
        Assert.Equal([People.All.Count, Campaigns.All.Count, Players.All.Count], before[..3]);
    }

    [Fact]
    public async Task A_demonstration_has_courses_a_plan_news_help_and_opinions_planted_once()
    {
        string[] tables = ["eva_orientation_files", "eva_plans", "eva_agreed_actions", "accounts_news", "accounts_help_sources", "accounts_opinions"];
        await _typed.OnData("db migrate");
        await _typed.OnData("db seed");
        await _typed.OnData("db seed");
        // Opinions: one of the site as a whole, twelve after Eva.
        Assert.Equal([2, 1, 1, 1, 1, 13], Count(tables));
        Assert.All(Texts("select Source from eva_orientation_files where ConfirmedAt is not null"), source => Assert.StartsWith("Exemple inventé", source, StringComparison.Ordinal));
        Assert.Equal(["Bernard 1"], Texts("select b.Name || ' ' || p.Number from eva_plans p join eva_evaluations e on e.Id = p.EvaluationId join eva_beneficiaries b on b.Id = e.BeneficiaryId"));
        Assert.Contains("Appeler ensemble le centre de formation jeudi", Assert.Single(Texts("select json_extract(Content, '$.Steps') from eva_plans")), StringComparison.Ordinal);

        // What was added since to a base that holds the world already comes at the next call.
        Execute("delete from accounts_news");
        Assert.Equal("""{"plante":true}""", (await _typed.OnData("db seed --json")).Output.Trim());
    }

    [Fact]
    public async Task Row_42_a_demonstration_is_put_back_as_it_was()
    {
        await _typed.OnData("db migrate");
        await _typed.OnData("db seed");
        string[] tables = ["accounts_people", "eva_campaigns", "eva_evaluations", "eva_events", "eva_results", "accounts_news", "eva_plans"];
        var before = Count(tables);
        Execute("update accounts_people set Name = 'Passante', PasswordHash = 'x'; delete from accounts_news; update eva_campaigns set Label = 'Gribouillis ' || Id; delete from eva_results");

        Assert.Equal((0, "Monde de démonstration planté.\n", ""), Parts(await _typed.OnData("db seed --reset")));
        Assert.Equal(before, Count(tables));
        Assert.Empty(Texts("select Name from accounts_people where Name = 'Passante' or PasswordHash = 'x'"));
        Assert.Empty(Texts("select Label from eva_campaigns where Label like 'Gribouillis%'"));
    }

    [Fact]
    public async Task Nothing_is_put_back_in_a_base_of_real_people()
    {
        await _typed.OnData("db migrate");
        await _typed.OnData("db seed");
        Execute("update accounts_people set Demo = 0");

        var answer = await _typed.OnData("db seed --reset");
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("rien n’est effacé", answer.Error, StringComparison.Ordinal);
        Assert.Equal([People.All.Count, Campaigns.All.Count], Count("accounts_people", "eva_campaigns"));
    }

    [Fact]
    public async Task What_the_journal_says_of_long_ago_is_counted_then_erased()
    {
        await _typed.OnData("db migrate");
        await _typed.OnData("db seed");
        Execute("update accounts_audit set At = '2020-01-01 00:00:00+00:00'");
        var old = Assert.Single(Count("accounts_audit"));

        Assert.Contains($"\"AccountsDb\":{old}", (await _typed.OnData("db journal --dry-run --json")).Output, StringComparison.Ordinal);
        Assert.Equal([old], Count("accounts_audit"));
        Assert.Equal(0, (await _typed.OnData("db journal")).ExitCode);
        // The row that says so.
        Assert.Equal([1], Count("accounts_audit"));
        Assert.Equal((0, "Effacées : 0 ligne du journal.\n", ""), Parts(await _typed.OnData("db journal")));
    }

    [Fact]
    public async Task Requests_closed_long_ago_are_counted_then_erased_with_what_was_done_about_them()
    {
        await _typed.OnData("db migrate");
        await _typed.OnData("db seed");
        Execute("update accounts_requests set ClosedAt = '2020-01-01T00:00:00.0000000Z' where ClosedAt is not null");
        var (requests, steps) = (Assert.Single(Count("accounts_requests")), Assert.Single(Count("accounts_request_steps")));

        Assert.Equal((0, "À effacer : 1 demande.\n", ""), Parts(await _typed.OnData("db requests --dry-run")));
        Assert.Equal([requests, steps], Count("accounts_requests", "accounts_request_steps"));
        Assert.Equal((0, "{\"requests\":1}\n", ""), Parts(await _typed.OnData("db requests --json")));
        // Three acts upon the one that was closed.
        Assert.Equal([requests - 1, steps - 3], Count("accounts_requests", "accounts_request_steps"));
        Assert.Equal((0, "Effacées : 0 demande.\n", ""), Parts(await _typed.OnData("db requests")));
    }

    [Fact]
    public async Task A_stop_between_people_and_campaigns_is_made_good()
    {
        await _typed.OnData("db migrate");
        await _typed.OnData("db seed");
        Execute("delete from eva_results; delete from eva_events; delete from eva_runs; delete from eva_backgrounds; delete from eva_evaluations; delete from eva_beneficiaries; delete from eva_campaigns; delete from eva_campaign_codes");
        Assert.Equal("""{"plante":true}""", (await _typed.OnData("db seed --json")).Output.Trim());
        Assert.Equal([Players.All.Count, People.All.Count], Count("eva_evaluations", "accounts_people"));
    }

    [Fact]
    public async Task The_world_is_never_planted_beside_other_accounts()
    {
        await _typed.OnData("db migrate");
        await _typed.OnData("db seed");
        Execute("update accounts_people set Demo = 0");
        var answer = await _typed.OnData("db seed");
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("contient déjà d’autres comptes", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_seed_and_the_recalculation_ask_for_tables_first()
    {
        Assert.Contains("db migrate", Assert.Single((await _typed.OnData("db seed")).ErrorLines), StringComparison.Ordinal);
        Assert.Contains("db migrate", Assert.Single((await _typed.OnData("eva rescore")).ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recalculating_gives_identical_figures()
    {
        await Seeded();
        var before = Texts("select Score from eva_results order by Id");
        Assert.Equal((0, "8 évaluations, 22 résultats inchangés, 0 changé\n", ""), Parts(await _typed.OnData("eva rescore")));
        Assert.Equal(before, Texts("select Score from eva_results order by Id"));
        Assert.Equal(22, before.Count);
    }

    [Fact]
    public async Task A_result_that_differs_is_counted_by_a_trial_and_mended_by_a_true_run()
    {
        await Seeded();
        var before = Texts("select Score from eva_results order by Id");
        Execute("update eva_results set Score = '{}' where Id = (select min(Id) from eva_results)");
        Assert.Equal("8 évaluations, 21 résultats inchangés, 1 changé (essai : rien n’est écrit)\n", (await _typed.OnData("eva rescore --dry-run")).Output);
        Assert.Equal(
            """{"evaluations":8,"inchanges":21,"changes":1,"echecs":0,"essai":false}""", (await _typed.OnData("eva rescore --json")).Output.Trim());
        Assert.Equal(before, Texts("select Score from eva_results order by Id"));
        Assert.Equal(["systeme/eva.recalculer"], Texts("select distinct Who || '/' || Act from eva_audit where Act like 'eva.%'"));
    }

    [Fact]
    public async Task An_evaluation_that_cannot_be_read_hides_no_other()
    {
        await Seeded();
        Execute("update eva_events set Data = '{' where Name = 'reponse' and RunId = (select min(r.Id) from eva_runs r join eva_evaluations e on e.Id = r.EvaluationId where e.FinishedAt is not null and r.Situation = 'livraison')");
        var answer = await _typed.OnData("eva rescore");
        Assert.Equal(1, answer.ExitCode);
        Assert.StartsWith("8 évaluations, 20 résultats inchangés", answer.Output, StringComparison.Ordinal);
        Assert.Equal(2, answer.ErrorLines.Length);
    }

    [Fact]
    public async Task A_stop_that_is_asked_for_is_said_in_one_line()
    {
        await Seeded();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var answer = await _typed.Run(["eva", "rescore", "--data", _typed.Data], ct: stop.Token);
        Assert.Equal((1, "beffroi : arrêt demandé\n"), (answer.ExitCode, answer.Error));
    }

    [Fact]
    public async Task A_person_who_watches_sees_progress_and_a_clean_line_after()
    {
        await Seeded();
        _typed.Clock.AutoAdvanceAmount = TimeSpan.FromSeconds(1);
        var answer = await _typed.Run(["eva", "rescore", "--data", _typed.Data], screen: true);
        Assert.Contains("\r3 / 8 évaluations", answer.Error, StringComparison.Ordinal);
        Assert.EndsWith("\r", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', answer.Error);
    }

    [Theory]
    [InlineData("pas une connexion", 2)]
    [InlineData("Host=127.0.0.1;Port=1;Database=x;Username=x;Password=secret;Timeout=2", 1)]
    public async Task A_postgres_that_does_not_answer_is_said_in_one_line_without_its_password(string connection, int exitCode)
    {
        _typed.Variables["BEFFROI_POSTGRES"] = connection;
        var answer = await _typed.OnData("db migrate");
        Assert.Equal(exitCode, answer.ExitCode);
        Assert.DoesNotContain("secret", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_said_in_one_line()
    {
        var answer = await _typed.Run(["db", "migrate", "--data", _typed.File("data", "")]);
        Assert.Equal(1, answer.ExitCode);
        Assert.Single(answer.ErrorLines);
    }

    [Fact]
    public async Task The_ways_of_playing_are_told_apart()
    {
        await Seeded();
        var synthesis = Texts("select b.Name || ' ' || coalesce(json_extract(r.Score, '$.Synthesis'), '-') from eva_results r join eva_evaluations e on e.Id = r.EvaluationId join eva_beneficiaries b on b.Id = e.BeneficiaryId where r.Engine = 'beffroi' order by b.Name");
        Assert.Equal(["Awa socle_clea", "Bernard socle_clea", "Colette illettrisme_potentiel", "Dylan -", "Fabrice ni_ni", "Gwenaëlle socle_clea", "Hamid illettrisme_potentiel", "Iryna illettrisme_potentiel"], synthesis);
        var slow = JsonNode.Parse(Texts("select r.Score from eva_results r join eva_evaluations e on e.Id = r.EvaluationId join eva_beneficiaries b on b.Id = e.BeneficiaryId where r.Engine = 'historique' and b.Name = 'Bernard'")[0])!;
        Assert.Equal("illettrisme_potentiel", (string?)slow["Synthesis"]);
    }

    [Fact]
    public async Task Planted_elsewhere_the_world_gives_the_same_figures()
    {
        const string Figures = "select b.Name || r.Engine || r.Score from eva_results r join eva_evaluations e on e.Id = r.EvaluationId join eva_beneficiaries b on b.Id = e.BeneficiaryId order by b.Name, r.Engine";
        await Seeded();
        var here = Texts(Figures);
        Directory.Delete(_typed.Data, recursive: true);
        _typed.Clock.Advance(TimeSpan.FromDays(100));
        await Seeded();
        Assert.Equal(here, Texts(Figures));
    }

    async Task Seeded()
    {
        await _typed.OnData("db migrate");
        await _typed.OnData("db seed");
    }

    static (int, string, string) Parts(Answer answer) => (answer.ExitCode, answer.Output, answer.Error);

    int[] Count(params string[] tables) => [.. tables.Select(t => int.Parse(Texts($"select count(*) from {t}")[0], System.Globalization.CultureInfo.InvariantCulture))];

    void Execute(string sql) => Texts(sql);

    List<string> Texts(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_typed.Data, "beffroi.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        List<string> texts = [];
        while (rows.Read())
        {
            texts.Add(rows.GetString(0));
        }

        return texts;
    }
}
