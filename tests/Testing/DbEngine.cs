namespace Beffroi.Testing;

public enum DbEngine
{
    Sqlite,
    Postgres,
}

/// <summary>Both engines that the product runs on: a data test is a theory over these.</summary>
public sealed class Engines : TheoryData<DbEngine>
{
    public Engines()
    {
        Add(DbEngine.Sqlite);
        Add(new TheoryDataRow<DbEngine>(DbEngine.Postgres) { Skip = PostgresTemplates.Absence });
    }
}
