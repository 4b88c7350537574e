using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Eva.Tests.Data;

public sealed class ForgottenForGoodTests
{
    const long Fast = 2;

    [Fact]
    public async Task What_is_deleted_is_overwritten_on_each_connection_new_or_lent_again()
    {
        await using var site = await SiteUnderTest.Empty(DbEngine.Sqlite);
        // Two at once, so that neither is the other; then again, so that they are lent.
        for (var turn = 0; turn < 3; turn++)
        {
            await using var scope = site.Scope();
            await using var beside = site.Scope();

            Assert.Equal(Fast, await SecureDelete(scope));
            Assert.Equal(Fast, await SecureDelete(beside));
        }
    }

    // Left open until its scope ends.
    static async Task<long> SecureDelete(AsyncServiceScope scope)
    {
        var db = scope.ServiceProvider.GetRequiredService<EvaDb>();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA secure_delete";
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
