using System.Globalization;
using Beffroi.Accounts;
using Beffroi.Cli.World;
using Beffroi.Kit;
using Beffroi.Site.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Site.Tests;

/// <summary>C16 and O43: an account that is closed is forgotten in every module, column by column.</summary>
public sealed class ErasureTests
{
    /// <summary>Numbers that are no account's, by the name of their column. A new name that is not here is to be thought of: it is one, or it says in the register what becomes of it.</summary>
    static readonly HashSet<string> NotAccounts = new(StringComparer.Ordinal)
    {
        "Id", "AdId", "AlertId", "AuditId", "BatchId", "BecameId", "BreachId", "ComponentId", "DefinitionId", "HomologationId", "IndicatorId", "LoadId", "OpinionId", "PageId", "RequestId", "RiskId", "BeneficiaryId", "CampaignId", "CaseId", "CircleId", "ClosureId", "ClusterId", "CommitteeId", "ConventionId", "DiscussionId", "DumpId", "EntryId", "EvaluationId", "EventId", "ExpertId",
        "ExplorationId", "FromId", "GroupId", "HookId", "ImportId", "ItemId", "KeptId", "KeyId", "LineId", "MandateId", "MergedId", "MessageId", "OpenedByOrganisation", "OrderId", "OrganisationId", "OwnerOrganisationId", "ParentId",
        "PictureId", "ProposalId", "QuotedId", "RemovalId", "Replaces", "ReversesId", "ReviewId", "RoomId", "RunId", "ScopeId", "SetId", "ShownAdId", "SourceId", "SponsorId", "StartupId", "StructureId", "SubjectId", "TargetId",
        "TermId", "ThreadId", "WatchId", "WorkshopId",
    };

    /// <summary>Accounts of networks outside, which the detector follows: their owners have a page of their own (/robots/contester).</summary>
    static readonly HashSet<string> OutsideAccounts = new(StringComparer.Ordinal)
    {
        "AccountMatch.AccountId", "AccountReview.AccountId", "AccountSnapshot.AccountId", "AccountTie.FirstId", "AccountTie.SecondId", "ClusterMember.AccountId", "CollectedPost.AccountId", "Contest.AccountId", "ScorePoint.AccountId", "TypologySign.AccountId",
    };

    [Fact]
    public async Task O43_Every_column_that_may_hold_an_account_says_what_becomes_of_it_when_the_account_is_closed()
    {
        await using var site = await SiteUnderTest.Empty();
        using var scope = site.Scope();
        List<string> wrong = [];
        foreach (var register in scope.ServiceProvider.GetServices<IRegister>())
        {
            var db = (DbContext)scope.ServiceProvider.GetRequiredService(register.Database);
            var tables = register.Treatments.SelectMany(t => t.Tables).ToDictionary(t => t.Name, StringComparer.Ordinal);
            foreach (var entity in db.Model.GetEntityTypes().Where(e => !e.IsOwned()))
            {
                var table = tables[RegisteredName.Of(entity)];
                var numbers = entity.GetProperties().Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Guid)).Select(p => p.Name).ToList();
                wrong.AddRange(numbers.Where(n => !NotAccounts.Contains(n) && !OutsideAccounts.Contains($"{table.Name}.{n}") && !table.AccountColumns.Contains(n, StringComparer.Ordinal)).Select(n => $"{table.Name}.{n} says nothing"));
                wrong.AddRange(table.AccountColumns.Concat(table.BlankedColumns).Where(n => entity.FindProperty(n) is null).Select(n => $"{table.Name}.{n} is not there"));
                wrong.AddRange(table.AccountColumns.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"{table.Name}.{g.Key} has two fates"));
                wrong.AddRange(table.EmptiedColumns.Where(n => entity.FindProperty(n)?.IsNullable == false).Select(n => $"{table.Name}.{n} cannot be empty"));
            }

            wrong.AddRange(tables.Values.Where(t => t.KeptColumns.Count > 0 != (t.Because is not null)).Select(t => $"{t.Name} keeps without a reason, or gives one for nothing"));
            wrong.AddRange(tables.Values.Where(t => t.Holder is { } holder && !t.AccountColumns.Contains(holder, StringComparer.Ordinal)).Select(t => $"{t.Name}: rows are an account's own, and nothing becomes of them"));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Each_module_with_a_register_forgets()
    {
        await using var site = await SiteUnderTest.Empty();
        using var scope = site.Scope();
        var forgets = scope.ServiceProvider.GetServices<IForgets>().ToList();

        Assert.Equal(["annonces", "comptes", "discussion", "encyclopedie", "eva", "incubateur", "robots"], forgets.Select(f => f.Module).Order(StringComparer.Ordinal));
        Assert.Equal("comptes", Assert.Single(forgets, f => f.IsLast).Module);
    }

    [Theory, InlineData(DbEngine.Sqlite), InlineData(DbEngine.Postgres)]
    public async Task C16_After_the_night_the_number_of_a_closed_account_is_nowhere_but_where_a_reason_keeps_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Furnish();
        var hugo = site.IdOf(Crew.Hugo);
        var forged = await Forge(site, hugo);
        // The furnished world has something in most tables that name accounts: the others are held by the written list alone.
        Assert.InRange(forged, 40, 200);
        var before = Holding(site, hugo.ToString()).Select(c => c.ToString()).ToList();
        Assert.Contains(before, c => c.StartsWith("Message.AuthorId", StringComparison.Ordinal));

        var dry = await Forget(site, hugo, isDry: true);
        Assert.Equal(before, Holding(site, hugo.ToString()).Select(c => c.ToString()));
        await Close(site, Crew.Hugo);

        Assert.Empty(Holding(site, hugo.ToString()).Where(c => !c.IsKept).Select(c => c.ToString()));
        Assert.Empty(Holding(site, Crew.EmailOf(Crew.Hugo)).Where(c => c.Table != "OutboxLetter").Select(c => c.ToString()));
        Assert.Equal(0, site.ReadAccounts(db => db.Users.Count(a => a.Id == hugo)));
        var done = site.ReadAccounts(db => db.Closures.Include(c => c.Answers).Single());
        Assert.NotNull(done.DoneAt);
        Assert.Equal(7, done.Answers.Count);
        foreach (var answer in done.Answers.Where(a => a.Module is not ("comptes" or "discussion")))
        {
            Assert.Equal((answer.Module, dry[answer.Module].Erased, dry[answer.Module].Unlinked), (answer.Module, answer.Erased, answer.Unlinked));
        }

        // Others are untouched.
        Assert.NotEqual(0, site.ReadAccounts(db => db.Users.Count(a => a.Name == Crew.Admin)));
        await (await site.SignIn(Crew.Admin)).Open("/discussion");
        Assert.All(await Forget(site, hugo, isDry: false), again => Assert.Equal((again.Key, 0, 0), (again.Key, again.Value.Erased, again.Value.Unlinked)));
    }

    [Fact]
    public async Task Both_the_file_and_the_erasure_leave_rows_of_the_audit()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/compte");
        await hugo.Press("Recevoir mes données");
        await Close(site, Crew.Hugo);

        var acts = site.ReadAccounts(db => db.Audit.Select(a => a.Act).Distinct().ToList());
        Assert.Contains("compte.emporter", acts);
        Assert.Contains("compte.fermer", acts);
        Assert.Contains(site.ReadAccounts(db => db.Audit.Where(a => a.Act == ClosureRound.Act && a.Change == "Deleted").Select(a => a.Subject).ToList()), s => s.StartsWith("Account×1", StringComparison.Ordinal));
        Assert.Contains(site.Read(db => db.Audit.Where(a => a.Act == ClosureRound.Act).Select(a => a.Change).ToList()), c => c == "Modified");
    }

    [Fact]
    public async Task The_page_before_closing_says_each_reason_that_the_register_gives()
    {
        await using var site = await SiteUnderTest.WithWorld();
        using var scope = site.Scope();
        var reasons = scope.ServiceProvider.GetServices<IRegister>().SelectMany(r => r.Treatments).SelectMany(t => t.Tables).Select(t => t.Because).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var page = await (await site.SignIn(Crew.Hugo)).Open("/compte/fermer");

        Assert.NotEmpty(reasons);
        Assert.All(reasons, reason => Assert.Contains(Visitor.Flat(reason), page.Text, StringComparison.Ordinal));
    }

    static async Task Close(SiteUnderTest site, string who)
    {
        var visitor = await site.SignIn(who);
        await visitor.Open("/compte/fermer");
        await visitor.Press("Demander la fermeture", ("Password", People.Password));
        site.Clock.Advance(Closure.Grace + TimeSpan.FromMinutes(1));
        await using var scope = site.Scope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<ClosureRound>().Run(TestContext.Current.CancellationToken));
    }

    static async Task<Dictionary<string, Forgotten>> Forget(SiteUnderTest site, Guid account, bool isDry)
    {
        Dictionary<string, Forgotten> told = new(StringComparer.Ordinal);
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.oublier";
        foreach (var module in scope.ServiceProvider.GetServices<IForgets>())
        {
            told.Add(module.Module, await module.Forget(account, isDry, TestContext.Current.CancellationToken));
        }

        return told;
    }

    // Writes the account into one row of each column that may hold one, as years of work would: where that row may not (a key, a unique index), it is left.
    static async Task<int> Forge(SiteUnderTest site, Guid account)
    {
        var forged = 0;
        foreach (var column in Columns(site).Where(c => c.IsAccount && c.Table is not ("Account" or "Closure" or "AuditRow")))
        {
            using var scope = site.Scope();
            var db = (DbContext)scope.ServiceProvider.GetRequiredService(column.Database);
            var key = column.Entity.FindPrimaryKey()!.Properties[0].GetColumnName();
            var guid = site.Database.ConnectionString.Contains("Data Source", StringComparison.Ordinal) ? $"'{account.ToString().ToUpperInvariant()}'" : $"'{account}'::uuid";
            try
            {
#pragma warning disable EF1002 // Names of our own tables, and a number of our own.
                forged += await db.Database.ExecuteSqlRawAsync($"UPDATE \"{column.Sql}\" SET \"{column.Name}\" = {guid} WHERE \"{key}\" = (SELECT \"{key}\" FROM \"{column.Sql}\" ORDER BY \"{key}\" LIMIT 1)", TestContext.Current.CancellationToken) > 0 ? 1 : 0;
#pragma warning restore EF1002
            }
            catch (System.Data.Common.DbException)
            {
                // A key or a unique index.
            }
        }

        return forged;
    }

    /// <summary>Every column of every table in which the text is found, read by the engine itself.</summary>
    static List<Column> Holding(SiteUnderTest site, string text)
    {
        using var scope = site.Scope();
        List<Column> found = [];
        foreach (var table in Columns(site).GroupBy(c => c.Sql, StringComparer.Ordinal))
        {
            var columns = table.ToList();
            var db = (DbContext)scope.ServiceProvider.GetRequiredService(columns[0].Database);
            var find = db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal) ? "instr(lower(CAST(\"{0}\" AS text)), '{1}')" : "position('{1}' in lower(CAST(\"{0}\" AS text)))";
            var sums = columns.Select(c => $"COALESCE(MAX(CASE WHEN {string.Format(CultureInfo.InvariantCulture, find, c.Name, text.ToLowerInvariant())} > 0 THEN '1' ELSE '0' END), '0')");
#pragma warning disable EF1002 // As above.
            var marks = db.Database.SqlQueryRaw<string>($"SELECT {string.Join(" || ", sums)} AS \"Value\" FROM \"{table.Key}\"").AsEnumerable().Single();
#pragma warning restore EF1002
            found.AddRange(columns.Where((_, i) => marks[i] == '1'));
        }

        return found;
    }

    static List<Column> Columns(SiteUnderTest site)
    {
        using var scope = site.Scope();
        List<Column> all = [];
        foreach (var register in scope.ServiceProvider.GetServices<IRegister>())
        {
            var db = (DbContext)scope.ServiceProvider.GetRequiredService(register.Database);
            var tables = register.Treatments.SelectMany(t => t.Tables).ToDictionary(t => t.Name, StringComparer.Ordinal);
            foreach (var entity in db.Model.GetEntityTypes().Where(e => !e.IsOwned() && e.GetTableName() is not null))
            {
                var table = tables[RegisteredName.Of(entity)];
                all.AddRange(entity.GetProperties().Where(p => p.ClrType != typeof(byte[])).Select(p => new Column(register.Database, entity, table.Name, entity.GetTableName()!, p.GetColumnName(),
                    table.KeptColumns.Contains(p.Name, StringComparer.Ordinal), table.AccountColumns.Contains(p.Name, StringComparer.Ordinal) && (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Guid))));
            }
        }

        return all;
    }

    sealed record Column(Type Database, IEntityType Entity, string Table, string Sql, string Name, bool IsKept, bool IsAccount)
    {
        public override string ToString() => $"{Table}.{Name}";
    }
}
