namespace Beffroi.Phone;

static class WeightTable
{
    public static Task Print() => Task.CompletedTask;
}
