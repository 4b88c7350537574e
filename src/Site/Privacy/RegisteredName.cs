using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Beffroi.Site.Privacy;

/// <summary>How the register calls the tables and columns of a database.</summary>
public static class RegisteredName
{
    /// <summary>The name of the class, without what it is made of: <c>IdentityUserLogin</c> of <c>IdentityUserLogin&lt;Guid&gt;</c>.</summary>
    public static string Of(IReadOnlyEntityType entity) => entity.ShortName().Split('<')[0];

    /// <summary>Columns of a table, with those of what is kept within it: values in a value, and JSON that the database reads.</summary>
    public static IEnumerable<RegisteredColumn> Registered(this IReadOnlyEntityType entity)
    {
        foreach (var property in entity.GetProperties())
        {
            yield return new(property, []);
        }

        foreach (var inner in entity.GetComplexProperties())
        {
            foreach (var property in inner.ComplexType.GetProperties())
            {
                yield return new(property, [inner]);
            }
        }

        foreach (var owned in entity.GetNavigations().Where(n => n.TargetEntityType.IsOwned() && !n.IsOnDependent))
        {
            foreach (var property in owned.TargetEntityType.GetProperties().Where(p => !p.IsShadowProperty()))
            {
                yield return new(property, [owned]);
            }
        }
    }
}

/// <param name="Within">What holds it, from the row on.</param>
public sealed record RegisteredColumn(IReadOnlyProperty Property, IReadOnlyList<IReadOnlyPropertyBase> Within)
{
    /// <summary>Its value in a row; null where the row has none, or the class of the row does not show it.</summary>
    public object? Read(object row)
    {
        object? at = row;
        foreach (var step in Within.Append(Property))
        {
            at = at is null ? null : step.PropertyInfo?.GetValue(at) ?? (step.PropertyInfo is null ? step.FieldInfo?.GetValue(at) : null);
        }

        return at is Enum named ? named.ToString() : at;
    }
}
