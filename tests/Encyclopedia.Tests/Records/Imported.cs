using System.Text;
using Beffroi.Encyclopedia.Exporting;
using Beffroi.Encyclopedia.Importing;
using Beffroi.Encyclopedia.Importing.Writing;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Encyclopedia.Tests.Records;

static class Imported
{
    public static async Task<ImportReport> Import(this SiteUnderTest site, ReadFile file)
    {
        await using var scope = site.Scope();
        var actor = scope.ServiceProvider.GetRequiredService<Actor>();
        (actor.Who, actor.Act) = ("systeme", "encyclopedie.importer");
        return await new Landing(scope.ServiceProvider.GetRequiredService<EncyclopediaDb>(), actor, site.Clock).Import(file, TestContext.Current.CancellationToken);
    }

    public static Task<ImportReport> ImportOwn(this SiteUnderTest site, string json) => site.Import(Readings.Own(Encoding.UTF8.GetBytes(json)));

    public static async Task<string> ExportOwn(this SiteUnderTest site)
    {
        await using var scope = site.Scope();
        using var body = new MemoryStream();
        await OwnExport.Write(body, scope.ServiceProvider.GetRequiredService<EncyclopediaDb>(), TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(body.ToArray());
    }

    public static (int Entries, int Versions, int Words, int Links, int Urls, int Audit) Counts(this SiteUnderTest site) =>
        site.ReadEncyclopedia(db => (db.Entries.Count(), db.Versions.Count(), db.Words.Count(), db.Links.Count(), db.Urls.Count(), db.Audit.Count()));
}
